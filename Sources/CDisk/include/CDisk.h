#ifndef CDISK_H
#define CDISK_H

#include <stddef.h>
#include <stdint.h>

// What Swift's Glibc lacks or forbids. Every function returns 0 or a positive figure when it
// succeeds and -errno (or -1 from zlib) when it fails.

/// The f_type of statfs of the file system that holds `path`; Glibc's Swift module has no statfs.
int64_t cdisk_file_system(const char *path);

/// Bytes free to this person on the file system of `path`.
int64_t cdisk_free_bytes(const char *path);

/// fsync of a folder, so that a rename in it is durable; Swift cannot open a folder for this.
int cdisk_sync_folder(const char *path);

/// An open-file-description lock on the whole of `fd`; never waits. Swift has no F_OFD_SETLK.
int cdisk_lock_ofd(int fd, int exclusive);

/// flock without waiting: the Swift name means the struct, not the call.
int cdisk_flock(int fd, int exclusive);

/// 1 where the file system that holds `path` is mounted so that nothing can be written, else 0.
int cdisk_is_read_only(const char *path);

/// Opens `path` for reading and writing, made when absent, close-on-exec, never through a link; a
/// file of this person's gets the mode and group of its folder.
int cdisk_open_lock(const char *path);

/// SHA-256 of `length` bytes (nettle).
void cdisk_sha256(const void *bytes, size_t length, uint8_t digest[32]);

/// SHA-256 of a stream: `state` is at least cdisk_sha256_size() bytes.
size_t cdisk_sha256_size(void);
void cdisk_sha256_start(void *state);
void cdisk_sha256_add(void *state, const void *bytes, size_t length);
void cdisk_sha256_end(void *state, uint8_t digest[32]);

/// The most bytes that deflating `length` bytes can give.
size_t cdisk_deflate_bound(size_t length);

/// zlib at `level` (1 to 9) into `out` of `room` bytes; the bytes written, or -1.
int64_t cdisk_deflate(const void *bytes, size_t length, int level, void *out, size_t room);

/// Undoes cdisk_deflate; stops with -1 as soon as `room` would not do. The bytes written, or -1.
int64_t cdisk_inflate(const void *bytes, size_t length, void *out, size_t room);

/// Gives free memory back to the system; glibc keeps it for later else.
void cdisk_trim_memory(void);

/// Lets glibc give large pieces back when they are freed, for the life of the program; else it keeps
/// as much as the largest piece ever freed. Call before any thread begins.
void cdisk_keep_memory_small(void);

#endif
