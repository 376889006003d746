#define _GNU_SOURCE
#include "CHighs.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef void (*HighsCallback)(int, const char *, const void *, void *, void *);

// What is called, as HiGHS's C interface declares it: result, name, parameters.
#define HIGHS_CALLS(CALL)                                                                                             \
    CALL(void *, create, (void))                                                                                      \
    CALL(void, destroy, (void *))                                                                                     \
    CALL(const char *, version, (void))                                                                               \
    CALL(int32_t, versionMajor, (void))                                                                               \
    CALL(int32_t, getSizeofHighsInt, (const void *))                                                                  \
    CALL(int32_t, setBoolOptionValue, (void *, const char *, int32_t))                                                \
    CALL(int32_t, setIntOptionValue, (void *, const char *, int32_t))                                                 \
    CALL(int32_t, setDoubleOptionValue, (void *, const char *, double))                                               \
    CALL(int32_t, setStringOptionValue, (void *, const char *, const char *))                                         \
    CALL(int32_t, passLp,                                                                                             \
         (void *, int32_t, int32_t, int32_t, int32_t, int32_t, double, const double *, const double *,                \
          const double *, const double *, const double *, const int32_t *, const int32_t *, const double *))          \
    CALL(int32_t, passMip,                                                                                            \
         (void *, int32_t, int32_t, int32_t, int32_t, int32_t, double, const double *, const double *,                \
          const double *, const double *, const double *, const int32_t *, const int32_t *, const double *,           \
          const int32_t *))                                                                                           \
    CALL(int32_t, changeColsBoundsBySet, (void *, int32_t, const int32_t *, const double *, const double *))          \
    CALL(int32_t, changeRowsBoundsBySet, (void *, int32_t, const int32_t *, const double *, const double *))          \
    CALL(int32_t, changeColsCostBySet, (void *, int32_t, const int32_t *, const double *))                            \
    CALL(int32_t, setCallback, (void *, HighsCallback, void *))                                                       \
    CALL(int32_t, startCallback, (void *, int32_t))                                                                   \
    CALL(int32_t, run, (void *))                                                                                      \
    CALL(int32_t, clearSolver, (void *))                                                                              \
    CALL(int32_t, getModelStatus, (const void *))                                                                     \
    CALL(int32_t, getIntInfoValue, (const void *, const char *, int32_t *))                                           \
    CALL(int32_t, getInt64InfoValue, (const void *, const char *, int64_t *))                                         \
    CALL(int32_t, getDoubleInfoValue, (const void *, const char *, double *))                                         \
    CALL(int32_t, getSolution, (const void *, double *, double *, double *, double *))                                \
    CALL(int32_t, getBasis, (const void *, int32_t *, int32_t *))                                                     \
    CALL(int32_t, setBasis, (void *, const int32_t *, const int32_t *))                                               \
    CALL(int32_t, getDualRay, (const void *, int32_t *, double *))                                                    \
    CALL(int32_t, getPrimalRay, (const void *, int32_t *, double *))                                                  \
    CALL(int32_t, getIis,                                                                                             \
         (void *, int32_t *, int32_t *, int32_t *, int32_t *, int32_t *, int32_t *, int32_t *, int32_t *))

#define DECLARE(result, name, parameters) result(*name) parameters;
static struct {
    HIGHS_CALLS(DECLARE)
} highs;

// Whether a file is as trustworthy as the program itself.
static bool is_trusted(const char *path, const struct stat *program) {
    struct stat found;
    if (stat(path, &found) != 0 || !S_ISREG(found.st_mode)) return false;
    if (found.st_mode & S_IWOTH) return false;
    return found.st_uid == 0 || found.st_uid == geteuid() || found.st_uid == program->st_uid;
}

// Writes the path of the library into `path`; false where none stands.
static bool find(char path[PATH_MAX]) {
    const char *named = getenv("JINGWEI_HIGHS");
    if (named && *named) return snprintf(path, PATH_MAX, "%s", named) < PATH_MAX;
    char place[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", place, sizeof place - 1);
    if (length <= 0) return false;
    place[length] = 0;
    struct stat program;
    if (stat(place, &program) != 0) return false;
    bool is_first = true;
    for (char *slash = strrchr(place, '/'); slash; slash = strrchr(place, '/')) {
        *slash = 0;
        if (is_first && snprintf(path, PATH_MAX, "%s/libhighs.so", place) < PATH_MAX && is_trusted(path, &program))
            return true;
        is_first = false;
        if (snprintf(path, PATH_MAX, "%s/.deps/solvers/libhighs.so", place) < PATH_MAX &&
            is_trusted(path, &program))
            return true;
    }
    return false;
}

int jw_highs_open(char *message, size_t size) {
    char path[PATH_MAX];
    if (!find(path)) {
        snprintf(message, size, "libhighs.so is not installed");
        return 1;
    }
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        const char *why = dlerror();
        snprintf(message, size, "%s", why ? why : path);
        return 1;
    }
#define FIND(result, name, parameters)                                                                                \
    *(void **)&highs.name = dlsym(library, "Highs_" #name);                                                           \
    if (!highs.name) {                                                     \
        snprintf(message, size, "%s has no Highs_" #name, path);                                                      \
        return 1;                                                                                                     \
    }
    HIGHS_CALLS(FIND)
    if (highs.versionMajor() != 1) {
        snprintf(message, size, "%s is HiGHS %s; version 1 is needed", path, highs.version());
        return 1;
    }
    void *one = highs.create();
    int32_t width = one ? highs.getSizeofHighsInt(one) : 0;
    if (one) highs.destroy(one);
    if (width != 4) {
        snprintf(message, size, "%s was built with integers of %d bytes; 4 are needed", path, width);
        return 1;
    }
    return 0;
}

const char *jw_highs_version(void) { return highs.version(); }
void *jw_highs_create(void) { return highs.create(); }
void jw_highs_destroy(void *solver) { highs.destroy(solver); }

int jw_highs_set_bool(void *solver, const char *option, bool value) {
    return highs.setBoolOptionValue(solver, option, value);
}
int jw_highs_set_int(void *solver, const char *option, int32_t value) {
    return highs.setIntOptionValue(solver, option, value);
}
int jw_highs_set_double(void *solver, const char *option, double value) {
    return highs.setDoubleOptionValue(solver, option, value);
}
int jw_highs_set_string(void *solver, const char *option, const char *value) {
    return highs.setStringOptionValue(solver, option, value);
}

int jw_highs_pass(void *solver, int32_t columns, int32_t rows, int32_t entries, bool maximizes, double offset,
                  const double *cost, const double *lower, const double *upper, const double *rowLower,
                  const double *rowUpper, const int32_t *starts, const int32_t *places, const double *values,
                  const int32_t *kinds) {
    const int32_t by_row = 2, sense = maximizes ? -1 : 1;
    if (kinds)
        return highs.passMip(solver, columns, rows, entries, by_row, sense, offset, cost, lower, upper, rowLower,
                             rowUpper, starts, places, values, kinds);
    return highs.passLp(solver, columns, rows, entries, by_row, sense, offset, cost, lower, upper, rowLower, rowUpper,
                        starts, places, values);
}
int jw_highs_change_column_bounds(void *solver, int32_t count, const int32_t *places, const double *lower,
                                  const double *upper) {
    return highs.changeColsBoundsBySet(solver, count, places, lower, upper);
}
int jw_highs_change_row_bounds(void *solver, int32_t count, const int32_t *places, const double *lower,
                               const double *upper) {
    return highs.changeRowsBoundsBySet(solver, count, places, lower, upper);
}
int jw_highs_change_costs(void *solver, int32_t count, const int32_t *places, const double *costs) {
    return highs.changeColsCostBySet(solver, count, places, costs);
}

static void ask(int kind, const char *message, const void *out, void *in, void *data) {
    (void)kind, (void)message, (void)out;
    const JWHighsQuestion *question = data;
    // What HiGHS reads back begins with an int: 1 ends the run.
    if (in && question && !question->goesOn(question->asked)) *(int *)in = 1;
}

void jw_highs_ask(void *solver, const JWHighsQuestion *question) {
    const int32_t simplex = 1, search = 6;
    highs.setCallback(solver, ask, (void *)question);
    highs.startCallback(solver, simplex);
    highs.startCallback(solver, search);
}

int jw_highs_run(void *solver) { return highs.run(solver); }
int jw_highs_forget(void *solver) { return highs.clearSolver(solver); }
int jw_highs_status(const void *solver) { return highs.getModelStatus(solver); }
int jw_highs_int_info(const void *solver, const char *name, int32_t *value) {
    return highs.getIntInfoValue(solver, name, value);
}
int jw_highs_long_info(const void *solver, const char *name, int64_t *value) {
    return highs.getInt64InfoValue(solver, name, value);
}
int jw_highs_double_info(const void *solver, const char *name, double *value) {
    return highs.getDoubleInfoValue(solver, name, value);
}
int jw_highs_solution(const void *solver, double *values, double *reduced, double *rowValues, double *duals) {
    return highs.getSolution(solver, values, reduced, rowValues, duals);
}
int jw_highs_basis(const void *solver, int32_t *columns, int32_t *rows) {
    return highs.getBasis(solver, columns, rows);
}
int jw_highs_set_basis(void *solver, const int32_t *columns, const int32_t *rows) {
    return highs.setBasis(solver, columns, rows);
}
int jw_highs_dual_ray(const void *solver, int32_t *isThere, double *values) {
    return highs.getDualRay(solver, isThere, values);
}
int jw_highs_primal_ray(const void *solver, int32_t *isThere, double *values) {
    return highs.getPrimalRay(solver, isThere, values);
}
int jw_highs_conflict(void *solver, int32_t *columnCount, int32_t *rowCount, int32_t *columns, int32_t *rows,
                      int32_t *columnBounds, int32_t *rowBounds, int32_t *columnStatus, int32_t *rowStatus) {
    return highs.getIis(solver, columnCount, rowCount, columns, rows, columnBounds, rowBounds, columnStatus, rowStatus);
}
