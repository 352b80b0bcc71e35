#define _GNU_SOURCE
#include "CDisk.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <malloc.h>
#include <nettle/sha2.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <zlib.h>

int64_t cdisk_file_system(const char *path) {
  struct statfs s;
  return statfs(path, &s) == 0 ? (int64_t)(uint32_t)s.f_type : -errno;
}

int64_t cdisk_free_bytes(const char *path) {
  struct statfs s;
  return statfs(path, &s) == 0 ? (int64_t)s.f_bavail * (int64_t)s.f_bsize : -errno;
}

int cdisk_sync_folder(const char *path) {
  int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return -errno;
  int rc = fsync(fd) == 0 ? 0 : -errno;
  close(fd);
  return rc;
}

int cdisk_lock_ofd(int fd, int exclusive) {
  struct flock lock = {.l_type = exclusive ? F_WRLCK : F_RDLCK, .l_whence = SEEK_SET};
  return fcntl(fd, F_OFD_SETLK, &lock) == 0 ? 0 : -errno;
}

int cdisk_flock(int fd, int exclusive) {
  return flock(fd, (exclusive ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0 ? 0 : -errno;
}

int cdisk_is_read_only(const char *path) {
  struct statvfs s;
  if (statvfs(path, &s) != 0) return -errno;
  return (s.f_flag & ST_RDONLY) != 0;
}

// Whoever may write the folder may write the file, whatever the umask of its maker.
static void share_as_folder(int fd, const char *path) {
  char folder[PATH_MAX] = ".";
  const char *slash = strrchr(path, '/');
  if (slash && (size_t)(slash - path) >= sizeof folder) return;
  if (slash) {
    memcpy(folder, path, slash - path);
    folder[slash - path] = 0;
  }
  struct stat above, own;
  if (stat(folder, &above) != 0 || fstat(fd, &own) != 0 || own.st_uid != geteuid()) return;
  // Where the group cannot be given, others of this group are served as far as the mode goes.
  if (own.st_gid != above.st_gid && fchown(fd, -1, above.st_gid) != 0) errno = 0;
  mode_t mode = (above.st_mode & 0666) | 0600;
  if ((own.st_mode & 0777) != mode && fchmod(fd, mode) != 0) errno = 0;
}

int cdisk_open_lock(const char *path) {
  int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
  if (fd < 0) return -errno;
  share_as_folder(fd, path);
  return fd;
}

void cdisk_sha256(const void *bytes, size_t length, uint8_t digest[32]) {
  struct sha256_ctx c;
  sha256_init(&c);
  sha256_update(&c, length, bytes);
  sha256_digest(&c, 32, digest);
}

size_t cdisk_sha256_size(void) { return sizeof(struct sha256_ctx); }
void cdisk_sha256_start(void *state) { sha256_init(state); }
void cdisk_sha256_add(void *state, const void *bytes, size_t length) {
  sha256_update(state, length, bytes);
}
void cdisk_sha256_end(void *state, uint8_t digest[32]) { sha256_digest(state, 32, digest); }

size_t cdisk_deflate_bound(size_t length) { return compressBound(length); }

int64_t cdisk_deflate(const void *bytes, size_t length, int level, void *out, size_t room) {
  uLongf size = room;
  return compress2(out, &size, bytes, length, level) == Z_OK ? (int64_t)size : -1;
}

int64_t cdisk_inflate(const void *bytes, size_t length, void *out, size_t room) {
  uLongf size = room;
  return uncompress(out, &size, bytes, length) == Z_OK ? (int64_t)size : -1;
}

void cdisk_trim_memory(void) {
  malloc_trim(0);
}

void cdisk_keep_memory_small(void) {
  // Set at all, they no longer grow with what is freed. Frames and pages of rows stay below them.
  mallopt(M_MMAP_THRESHOLD, 2 << 20);
  mallopt(M_TRIM_THRESHOLD, 2 << 20);
  // One for the loop, one for the work beside it.
  mallopt(M_ARENA_MAX, 2);
}
