// The screen by ncurses, the input as bytes, and the signals a screen must answer.
// No terminfo here: its header makes macros of words like columns.
#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <ncursesw/curses.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

#include "guard.h"

#define PASTE_ON "\033[?2004h"
#define MOUSE_ON "\033[?1000h\033[?1006h"

static SCREEN *screen;
static FILE *output;          // where ncurses writes: a copy of stdout
static int frame_file = -1;   // a frame on its way, in memory
static bool wants_mouse;
static int wake_pipe[2] = {-1, -1};
static atomic_int happened;
static short pairs[17][17];
static short pair_count;
static int colours;  // 0 with NO_COLOR

static void send_bytes(const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(STDOUT_FILENO, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

static void say(const char *bytes) { send_bytes(bytes, strlen(bytes)); }

// ---- Signals that only wake the loop

static void happen(int bit) {
  int saved = errno;
  if ((atomic_fetch_or(&happened, bit) & bit) == 0) {
    ssize_t written = write(wake_pipe[1], "", 1);
    (void)written;  // full: the loop wakes anyway
  }
  errno = saved;
}

static void on_signal(int number) {
  if (number == SIGWINCH) happen(CN_RESIZED);
  if (number == SIGTSTP) happen(CN_STOP_ASKED);
  if (number == SIGCONT) happen(CN_CONTINUED);
}

static void answer(void (*handler)(int)) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(SIGWINCH, &action, NULL);
  sigaction(SIGTSTP, &action, NULL);
  sigaction(SIGCONT, &action, NULL);
}

void cn_wake(void) { happen(CN_WOKEN); }

// ---- Opening and closing

static void turn_extras_on(void) {
  say(PASTE_ON);
  if (wants_mouse) say(MOUSE_ON);
}

int cn_open(bool mouse, const char *log_path, const char *crash_line) {
  if (screen || !guard_remember()) return -1;
  if (wake_pipe[0] < 0 && pipe2(wake_pipe, O_NONBLOCK | O_CLOEXEC) != 0) return -1;
  unsetenv("LINES");  // they would freeze the size
  unsetenv("COLUMNS");
  use_env(FALSE);
  use_tioctl(TRUE);
  int copy = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  output = copy < 0 ? NULL : fdopen(copy, "w");
  screen = output ? newterm(NULL, output, stdin) : NULL;
  if (!screen) return -1;
  frame_file = memfd_create("frame", MFD_CLOEXEC);
  wants_mouse = mouse;
  raw();
  noecho();
  nonl();
  keypad(stdscr, FALSE);
  leaveok(stdscr, FALSE);
  typeahead(-1);  // else waiting input breaks a frame off
  const char *no_colour = getenv("NO_COLOR");
  colours = 0;
  if (has_colors() && !(no_colour && *no_colour)) {
    start_color();
    use_default_colors();
    colours = COLORS;
  }
  char bytes[512];
  guard_install(bytes, guard_ending(bytes, sizeof bytes));
  answer(on_signal);
  guard_log(log_path, crash_line);
  atexit(cn_close);
  turn_extras_on();
  return 0;
}

static void leave(void) {
  say(EXTRAS_OFF);
  endwin();
  guard_modes();
  guard_show_stderr();
}

void cn_close(void) {
  if (!screen || guard_is_over()) return;
  leave();
  answer(SIG_DFL);
  guard_remove();
  delscreen(screen);
  screen = NULL;
  fclose(output);
  if (frame_file >= 0) close(frame_file);
  memset(pairs, 0, sizeof pairs);
  pair_count = 0;
}

void cn_suspend(void) {
  if (!screen) return;
  leave();
  answer(SIG_DFL);
  kill(0, SIGTSTP);
  answer(on_signal);
  guard_remember();
  guard_hide_stderr();
  cn_resume();
}

void cn_resume(void) {
  if (!screen) return;
  atomic_fetch_and(&happened, ~CN_CONTINUED);
  reset_prog_mode();
  turn_extras_on();
  cn_resize();
  cn_redraw();
}

// ---- Writing

void cn_size(int *columns, int *rows) {
  *columns = screen ? getmaxx(stdscr) : 0;
  *rows = screen ? getmaxy(stdscr) : 0;
}

void cn_resize(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return;
  resizeterm(size.ws_row, size.ws_col);
}

int cn_colours(void) { return colours; }

void cn_redraw(void) { clearok(curscr, TRUE); }

// Pair of two colours, made when first asked for; 64 at most, as 8-colour terminals have.
static short pair_of(int foreground, int background) {
  short *pair = &pairs[foreground + 1][background + 1];
  if (*pair == 0 && pair_count < 63 && pair_count + 1 < COLOR_PAIRS) {
    init_pair(++pair_count, (short)foreground, (short)background);
    *pair = pair_count;
  }
  return *pair;
}

static attr_t look_of(const cn_cell *cell, short *pair) {
  attr_t look = A_NORMAL;
  if (cell->attributes & CN_BOLD) look |= A_BOLD;
  if (cell->attributes & CN_UNDERLINE) look |= A_UNDERLINE;
  if (cell->attributes & CN_REVERSE) look |= A_REVERSE;
  if (cell->attributes & CN_DIM) look |= A_DIM;
  int foreground = cell->foreground, background = cell->background;
  *pair = 0;
  if ((foreground < 0 && background < 0) || colours == 0) return look;
  if (colours < 16) {
    if (background > 7) background -= 8;
    if (foreground > 8) look |= A_BOLD;
    if (foreground > 7) foreground = foreground == 8 ? 7 : foreground - 8;
    if (foreground == background) foreground = background == 0 ? 7 : 0;
  }
  *pair = pair_of(foreground, background);
  return look;
}

static void render(const cn_cell *cell, cchar_t *to) {
  wchar_t text[6] = {0};
  for (int i = 0; i < 5 && cell->text[i]; i++) {
    if (wcwidth((wchar_t)cell->text[i]) != (i == 0 ? cell->columns : 0)) {
      if (i == 0) text[0] = cell->columns == 2 ? 0x3013 : L'?';
      break;
    }
    text[i] = (wchar_t)cell->text[i];
  }
  short pair;
  attr_t look = look_of(cell, &pair);
  setcchar(to, text, look, pair, NULL);
}

void cn_put_row(int row, const cn_cell *cells, size_t count) {
  if (!screen) return;
  enum { piece = 256 };
  cchar_t line[piece];
  int column = 0;
  while (count > 0) {
    size_t now = count < piece ? count : piece;
    int columns = 0;
    for (size_t i = 0; i < now; i++) {
      render(&cells[i], &line[i]);
      columns += cells[i].columns;
    }
    mvadd_wchnstr(row, column, line, (int)now);
    column += columns;
    cells += now;
    count -= now;
  }
}

// ncurses writes at each move of the cursor. Its bytes go to memory first, so that a frame is one
// write: a network sends it whole, and nobody sees half of it.
static void begin_frame(void) {
  if (frame_file < 0 || ftruncate(frame_file, 0) != 0) return;
  lseek(frame_file, 0, SEEK_SET);
  dup3(frame_file, fileno(output), O_CLOEXEC);
}

static void end_frame(void) {
  fflush(output);
  if (frame_file < 0) return;
  dup3(STDOUT_FILENO, fileno(output), O_CLOEXEC);
  lseek(frame_file, 0, SEEK_SET);
  static char bytes[32 * 1024];
  ssize_t count;
  while ((count = read(frame_file, bytes, sizeof bytes)) > 0) send_bytes(bytes, (size_t)count);
}

void cn_flush(int row, int column) {
  if (!screen || guard_is_over()) return;
  begin_frame();
  curs_set(row >= 0 ? 1 : 0);
  move(row >= 0 ? row : getmaxy(stdscr) - 1, row >= 0 ? column : 0);
  wnoutrefresh(stdscr);
  doupdate();
  end_frame();
}

void cn_probe(void) {
  say("\033[2;1H\xE6\xA1\xA3\033[6n\033[2;1H\xC2\xB7\033[6n");
}

// ---- Reading

int cn_wait(int milliseconds) {
  struct pollfd files[2] = {{.fd = STDIN_FILENO, .events = POLLIN},
                            {.fd = wake_pipe[0], .events = POLLIN}};
  int ready = poll(files, 2, milliseconds);
  int result = 0;
  if (ready > 0) {
    if (files[0].revents & POLLIN) result |= CN_INPUT;
    else if (files[0].revents) result |= CN_HUNG_UP;
    char bytes[64];
    while (read(wake_pipe[0], bytes, sizeof bytes) > 0) {}
  }
  return result | atomic_exchange(&happened, 0);
}

int cn_read(uint8_t *buffer, size_t size) {
  struct pollfd file = {.fd = STDIN_FILENO, .events = POLLIN};
  if (poll(&file, 1, 0) <= 0) return 0;
  ssize_t count = read(STDIN_FILENO, buffer, size);
  if (count > 0) return (int)count;
  return count < 0 && (errno == EINTR || errno == EAGAIN) ? 0 : -1;
}

int64_t cn_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
