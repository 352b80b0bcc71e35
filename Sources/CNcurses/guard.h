// Between terminal.c and restore.c: what must be given back, whatever happens.
#ifndef GUARD_H
#define GUARD_H

#include <stdbool.h>
#include <stddef.h>

/// Remembers the modes of the terminal, before anything changes them; false when it has none.
bool guard_remember(void);

/// Sends stderr to a file (or nowhere) and keeps the line for after a crash.
void guard_log(const char *path, const char *crash_line);

/// What turns off pastes and the mouse, which ncurses knows nothing of.
#define EXTRAS_OFF "\033[?1006l\033[?1000l\033[?2004l"

/// Writes the bytes that leave the screen, for a signal handler; their number.
size_t guard_ending(char *bytes, size_t size);

/// Takes over the fatal signals; ending is what to write to the terminal to leave it.
void guard_install(const char *ending, size_t length);

/// Gives the signals back.
void guard_remove(void);

/// Stderr away to the log, and back.
void guard_hide_stderr(void);
void guard_show_stderr(void);

/// Puts the remembered modes back.
void guard_modes(void);

/// True once a fatal signal has given the terminal back: nothing more may be drawn.
bool guard_is_over(void);

#endif
