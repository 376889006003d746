// The few calls of HiGHS (the solver of linear and mixed-integer models) that Solvers makes.
//
// The library is opened while the program runs, not linked: the program builds, starts and does everything else without
// it, and a moved checkout or an installed program finds it by where it stands, not by a path that was built in. The
// calls have the names and meanings of HiGHS's own C interface (MIT licence) in version 1.x with 32-bit integers, which
// is asked of the library before the first use.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define JW_HIGHS_MESSAGE 1024

// Opens the library: the file that JINGWEI_HIGHS names; else libhighs.so beside the program; else
// .deps/solvers/libhighs.so in the folder of the program or the nearest above it. A file that somebody else could have put there (its
// owner is neither root nor this user nor the program's owner, or everybody may write to it) is not opened. Returns 0,
// or else writes what is wrong. To be called once, before all other calls.
int jw_highs_open(char *message, size_t size);

// The version of the opened library, such as "1.15.1".
const char *jw_highs_version(void);

void *jw_highs_create(void);
void jw_highs_destroy(void *highs);

int jw_highs_set_bool(void *highs, const char *option, bool value);
int jw_highs_set_int(void *highs, const char *option, int32_t value);
int jw_highs_set_double(void *highs, const char *option, double value);
int jw_highs_set_string(void *highs, const char *option, const char *value);

// A model whose matrix is given row by row. kinds: 0 continuous, 1 integer; NULL where all are continuous.
int jw_highs_pass(void *highs, int32_t columns, int32_t rows, int32_t entries, bool maximizes, double offset,
                  const double *cost, const double *lower, const double *upper, const double *rowLower,
                  const double *rowUpper, const int32_t *starts, const int32_t *places, const double *values,
                  const int32_t *kinds);
int jw_highs_change_column_bounds(void *highs, int32_t count, const int32_t *places, const double *lower,
                                  const double *upper);
int jw_highs_change_row_bounds(void *highs, int32_t count, const int32_t *places, const double *lower,
                               const double *upper);
int jw_highs_change_costs(void *highs, int32_t count, const int32_t *places, const double *costs);

// Asked now and then while a model is solved: the run ends as interrupted where it returns 0. It has to stay where it is as
// long as the solver is there.
typedef struct {
    int (*goesOn)(void *asked);
    void *asked;
} JWHighsQuestion;
void jw_highs_ask(void *highs, const JWHighsQuestion *question);

int jw_highs_run(void *highs);
// Forgets what earlier runs left, basis and all; the model and the options stay.
int jw_highs_forget(void *highs);
int jw_highs_status(const void *highs);
int jw_highs_int_info(const void *highs, const char *name, int32_t *value);
int jw_highs_long_info(const void *highs, const char *name, int64_t *value);
int jw_highs_double_info(const void *highs, const char *name, double *value);
int jw_highs_solution(const void *highs, double *values, double *reduced, double *rowValues, double *duals);
int jw_highs_basis(const void *highs, int32_t *columns, int32_t *rows);
int jw_highs_set_basis(void *highs, const int32_t *columns, const int32_t *rows);
int jw_highs_dual_ray(const void *highs, int32_t *isThere, double *values);
int jw_highs_primal_ray(const void *highs, int32_t *isThere, double *values);
// An irreducible set of rows and bounds that contradict each other; lists as long as the model is wide and tall.
int jw_highs_conflict(void *highs, int32_t *columnCount, int32_t *rowCount, int32_t *columns, int32_t *rows,
                      int32_t *columnBounds, int32_t *rowBounds, int32_t *columnStatus, int32_t *rowStatus);
