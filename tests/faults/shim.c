/* Preloaded into Python: before each call to the system on files below one folder, Python is asked what becomes of it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#define PAUSE 1000 /* from here on, so many milliseconds less are waited */

typedef int (*ask_t)(const char *call, const char *path);
static ask_t ask;
static char ours[4096];
static pid_t whose;
static __thread int asking;

/* `folder` is an absolute path; only this process is asked about, none of those that it begins. */
void shim_arm(const char *folder, ask_t asked) {
    snprintf(ours, sizeof ours, "%s", folder);
    whose = getpid();
    ask = asked;
}

/* 1 when the call fails, with errno set. A signal comes before the call, as one from outside does. */
static int fails(const char *call, const char *path) {
    if (!ask || asking || !path || getpid() != whose) return 0;
    if (path[0] == '/' && strncmp(path, ours, strlen(ours))) return 0;
    int before = errno;
    asking = 1;
    int answer = ask(call, path);
    asking = 0;
    errno = before;
    if (answer) ask = 0; /* one fault is enough, and a signal is handled in Python, not where it asks */
    if (answer < 0) kill(getpid(), -answer);
    if (answer >= PAUSE) usleep(1000 * (answer - PAUSE));
    if (answer <= 0 || answer >= PAUSE) return 0;
    errno = answer;
    return 1;
}

static int fails_on(const char *call, int handle) {
    if (!ask || asking) return 0;
    char link[32], path[4096];
    int before = errno;
    snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    long length = syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1);
    errno = before;
    if (length <= 0 || path[0] != '/') return 0;
    path[length] = 0;
    return fails(call, path);
}

#define REAL(name, ...) ({ static int (*real)(); if (!real) real = (int (*)())dlsym(RTLD_NEXT, #name); real(__VA_ARGS__); })
#define REAL_SIZE(name, ...) ({ static ssize_t (*real)(); if (!real) real = (ssize_t (*)())dlsym(RTLD_NEXT, #name); real(__VA_ARGS__); })

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more); \
        return fails("open", path) ? -1 : REAL(name, path, flags, mode); \
    }
#define OPENAT(name) \
    int name(int folder, const char *path, int flags, ...) { \
        va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more); \
        return fails("open", path) ? -1 : REAL(name, folder, path, flags, mode); \
    }
OPEN(open) OPEN(open64) OPENAT(openat) OPENAT(openat64)

ssize_t read(int h, void *to, size_t n) { return fails_on("read", h) ? -1 : REAL_SIZE(read, h, to, n); }
ssize_t pread64(int h, void *to, size_t n, off_t at) { return fails_on("read", h) ? -1 : REAL_SIZE(pread64, h, to, n, at); }
ssize_t write(int h, const void *from, size_t n) { return fails_on("write", h) ? -1 : REAL_SIZE(write, h, from, n); }
ssize_t pwrite64(int h, const void *from, size_t n, off_t at) { return fails_on("write", h) ? -1 : REAL_SIZE(pwrite64, h, from, n, at); }
int fsync(int h) { return fails_on("fsync", h) ? -1 : REAL(fsync, h); }
int fdatasync(int h) { return fails_on("fsync", h) ? -1 : REAL(fdatasync, h); }
int flock(int h, int how) { return fails_on("flock", h) ? -1 : REAL(flock, h, how); }
int close(int h) { int failed = fails_on("close", h), why = errno, done = REAL(close, h); if (failed) errno = why; return failed ? -1 : done; }
int fchmod(int h, mode_t mode) { return fails_on("fchmod", h) ? -1 : REAL(fchmod, h, mode); }
int chmod(const char *path, mode_t mode) { return fails("chmod", path) ? -1 : REAL(chmod, path, mode); }
int link(const char *from, const char *to) { return fails("link", to) ? -1 : REAL(link, from, to); }
int linkat(int a, const char *from, int b, const char *to, int how) { return fails("link", to) ? -1 : REAL(linkat, a, from, b, to, how); }
int rename(const char *from, const char *to) { return fails("rename", to) ? -1 : REAL(rename, from, to); }
int renameat(int a, const char *from, int b, const char *to) { return fails("rename", to) ? -1 : REAL(renameat, a, from, b, to); }
int renameat2(int a, const char *from, int b, const char *to, unsigned how) { return fails("exchange", to) ? -1 : REAL(renameat2, a, from, b, to, how); }
int unlink(const char *path) { return fails("unlink", path) ? -1 : REAL(unlink, path); }
int unlinkat(int a, const char *path, int how) { return fails("unlink", path) ? -1 : REAL(unlinkat, a, path, how); }
int rmdir(const char *path) { return fails("unlink", path) ? -1 : REAL(rmdir, path); }
int mkdir(const char *path, mode_t mode) { return fails("mkdir", path) ? -1 : REAL(mkdir, path, mode); }
int mkdirat(int a, const char *path, mode_t mode) { return fails("mkdir", path) ? -1 : REAL(mkdirat, a, path, mode); }
