// What the locale and terminfo say, before and beside the screen.
#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CNcurses.h"
#include "guard.h"

#include <langinfo.h>
#include <locale.h>
#include <ncursesw/curses.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
// Last: it makes macros of common words.
#include <ncursesw/term.h>

static const char *wanted_locale(void) {
  static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (int i = 0; i < 3; i++) {
    const char *value = getenv(names[i]);
    if (value && *value) return value;
  }
  return "C";
}

const char *cn_charset(void) {
  const char *wanted = wanted_locale();
  const char *set = setlocale(LC_CTYPE, "");
  bool plain = strcmp(wanted, "C") == 0 || strcmp(wanted, "POSIX") == 0;
  bool missing = !set && (strcasestr(wanted, "utf-8") || strcasestr(wanted, "utf8"));
  if (!set && !plain && !missing) return wanted;
  if (plain || missing) setlocale(LC_CTYPE, "C.UTF-8");
  return nl_langinfo(CODESET);
}

bool cn_is_terminal(void) { return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO); }

const char *cn_terminal_name(void) {
  const char *name = getenv("TERM");
  return name ? name : "";
}

int cn_terminal_kind(void) {
  const char *name = cn_terminal_name();
  if (strcmp(name, "linux") == 0 || strncmp(name, "linux-", 6) == 0) return CN_LINUX_CONSOLE;
  int error = 0;
  if (!*name || setupterm(name, STDOUT_FILENO, &error) == ERR) return CN_UNKNOWN;
  char *move = tigetstr("cup");
  bool usable = move && move != (char *)-1;
  del_curterm(cur_term);
  return usable ? CN_USABLE : CN_DUMB;
}

size_t guard_ending(char *bytes, size_t size) {
  const char *const names[] = {"sgr0", "cnorm", "rmcup"};
  size_t length = 0;
  for (int i = -1; i < 3; i++) {
    const char *part = i < 0 ? EXTRAS_OFF : tigetstr(names[i]);
    if (!part || part == (char *)-1 || strstr(part, "$<")) continue;
    size_t count = strlen(part);
    if (length + count + 1 > size) break;
    memcpy(bytes + length, part, count);
    length += count;
  }
  bytes[length] = '\r';
  return length + 1;
}
