// Gives the terminal back on fatal signals. Everything between fatal() and its end is
// async-signal-safe, save backtrace_symbols_fd, which comes when all else is done.
#define _GNU_SOURCE
#include "guard.h"

#include <execinfo.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int fatal_signals[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS,
                                    SIGFPE, SIGTERM, SIGHUP,  SIGINT,  SIGQUIT};
enum { fatal_count = sizeof fatal_signals / sizeof fatal_signals[0] };

static struct termios remembered;
static struct sigaction previous[fatal_count];
static char ending[512];
static size_t ending_length;
static char crash_line[1024];
static size_t crash_length;
static int real_stderr = -1;
static int log_file = -1;
static volatile sig_atomic_t is_over;
static char signal_stack[64 * 1024];

bool guard_remember(void) { return tcgetattr(STDIN_FILENO, &remembered) == 0; }

void guard_modes(void) { tcsetattr(STDIN_FILENO, TCSADRAIN, &remembered); }

bool guard_is_over(void) { return is_over; }

void guard_log(const char *path, const char *line) {
  crash_length = line ? strnlen(line, sizeof crash_line) : 0;
  if (crash_length > 0) memcpy(crash_line, line, crash_length);
  if (real_stderr < 0) real_stderr = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (log_file < 0 && path)
    log_file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (log_file < 0) log_file = open("/dev/null", O_WRONLY | O_CLOEXEC);
  guard_hide_stderr();
}

void guard_hide_stderr(void) {
  if (log_file >= 0) dup2(log_file, STDERR_FILENO);
}

void guard_show_stderr(void) {
  if (real_stderr >= 0) dup2(real_stderr, STDERR_FILENO);
}

static void put(int file, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(file, bytes, count);
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

static bool is_crash(int number) {
  return number == SIGILL || number == SIGTRAP || number == SIGABRT || number == SIGSEGV ||
         number == SIGBUS || number == SIGFPE;
}

// A second fault, or one in another thread, finds the default action: SA_RESETHAND.
static void fatal(int number) {
  bool first = !is_over;
  is_over = 1;
  if (first) {
    put(STDOUT_FILENO, ending, ending_length);
    tcsetattr(STDIN_FILENO, TCSANOW, &remembered);
    guard_show_stderr();
  }
  if (first && is_crash(number)) {
    put(STDERR_FILENO, crash_line, crash_length);
    void *frames[64];
    int count = backtrace(frames, 64);
    if (log_file >= 0) backtrace_symbols_fd(frames, count, log_file);
  }
  signal(number, SIG_DFL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  sigprocmask(SIG_UNBLOCK, &only, NULL);
  raise(number);
}

void guard_install(const char *bytes, size_t length) {
  ending_length = length < sizeof ending ? length : sizeof ending;
  memcpy(ending, bytes, ending_length);
  void *warm[1];
  backtrace(warm, 1);  // loads libgcc now: not possible inside a handler
  stack_t stack = {.ss_sp = signal_stack, .ss_size = sizeof signal_stack};
  sigaltstack(&stack, NULL);
  struct sigaction action = {.sa_handler = fatal, .sa_flags = SA_ONSTACK | SA_RESETHAND};
  sigfillset(&action.sa_mask);  // SIGTTOU too: a background process may then set the modes
  for (int i = 0; i < fatal_count; i++) sigaction(fatal_signals[i], &action, &previous[i]);
}

void guard_remove(void) {
  for (int i = 0; i < fatal_count; i++) sigaction(fatal_signals[i], &previous[i], NULL);
}
