// The terminal for Swift: ncurses writes, we read; no ncurses type passes this header.
//
// Each function says what it does, and why Swift cannot do it itself. One thread uses them all,
// save cn_wake, which any thread and any signal handler may call.
#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A base character with at most four marks, and how it looks.
typedef struct {
  /// The scalars; 0 ends them.
  uint32_t text[5];
  /// 1 or 2, by our own table.
  uint8_t columns;
  /// Bits of cn_attribute.
  uint8_t attributes;
  /// 0 to 15, or -1 for what the terminal has of its own.
  int8_t foreground;
  int8_t background;
} cn_cell;

/// Bits of cn_cell.attributes.
enum cn_attribute { CN_BOLD = 1, CN_UNDERLINE = 2, CN_REVERSE = 4, CN_DIM = 8 };

/// Bits that cn_wait returns.
enum cn_happening {
  CN_INPUT = 1,
  CN_RESIZED = 2,
  CN_WOKEN = 4,
  CN_HUNG_UP = 8,
  CN_STOP_ASKED = 16,
  CN_CONTINUED = 32
};

/// What cn_terminal_kind returns.
enum cn_kind { CN_USABLE, CN_UNKNOWN, CN_DUMB, CN_LINUX_CONSOLE };

/// Sets LC_CTYPE alone and names its charset; C and POSIX become C.UTF-8 (setlocale is unsafe to
/// repeat once threads run, so it has one place).
const char *cn_charset(void);

/// Whether both ends are a terminal (isatty, beside the descriptors used below).
bool cn_is_terminal(void);

/// What terminfo says of TERM (setupterm's macros are invisible to Swift).
int cn_terminal_kind(void);

/// TERM, or an empty string (beside cn_terminal_kind, which reads the same variable).
const char *cn_terminal_name(void);

/// Opens the screen and guards it; 0, or -1 when it cannot be had (newterm; FILE * and handlers
/// are C). Meanwhile stderr goes to the file at log_path, or nowhere when that cannot be opened;
/// crash_line is written to the real stderr after a crash. Both may be NULL and are copied.
int cn_open(bool mouse, const char *log_path, const char *crash_line);

/// Gives the terminal back; harmless when it is not open (also runs at exit, hence C).
void cn_close(void);

/// Gives the terminal back, stops the process group, and takes it again on return (job control
/// between two halves of one function, with handlers swapped).
void cn_suspend(void);

/// Takes the terminal again after somebody else had it (ncurses keeps the modes).
void cn_resume(void);

/// The size ncurses draws for (stdscr is a mutable global).
void cn_size(int *columns, int *rows);

/// Asks the kernel for the size and tells ncurses (ioctl is variadic).
void cn_resize(void);

/// The colours there are; 0 for none, or with NO_COLOR set (COLORS is a mutable global).
int cn_colours(void);

/// Puts a whole row, left to right (cchar_t and colour pairs are ncurses types). A character
/// that the C library gives another width is shown as 〓 or ?.
void cn_put_row(int row, const cn_cell *cells, size_t count);

/// Writes what changed, in one go, and leaves the cursor there; hidden when row is negative.
void cn_flush(int row, int column);

/// Makes the next flush draw everything (clearok on a global).
void cn_redraw(void);

/// Asks the terminal where the cursor stands after one wide and one ambiguous character at the
/// left of row 2; two reports come as input (must stand between newterm and the first flush).
void cn_probe(void);

/// Waits for input, a signal or cn_wake, at most so many milliseconds, or for ever when negative;
/// bits of cn_happening (the flags are set by signal handlers).
int cn_wait(int milliseconds);

/// Reads what is there without waiting; 0 when nothing is, -1 when the terminal is gone.
int cn_read(uint8_t *buffer, size_t size);

/// Wakes cn_wait, from any thread (the same pipe the signal handlers use).
void cn_wake(void);

/// A clock that only goes forward (the timeout of cn_wait counts by it).
int64_t cn_milliseconds(void);

#endif
