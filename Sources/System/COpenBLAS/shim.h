// The few routines of BLAS and LAPACK that Kernels calls, as libopenblas exports them. LAPACK's own routines stand in
// the same library, so neither LAPACKE nor a second copy of BLAS is loaded.
#include <cblas.h>
#include <stdlib.h>
#include <string.h>

void dgetrf_(const int *rows, const int *columns, double *matrix, const int *stride, int *pivots, int *info);
void dgetrs_(const char *form, const int *order, const int *sides, const double *matrix, const int *stride,
             const int *pivots, double *side, const int *sideStride, int *info, size_t formLength);
void dgetri_(const int *order, double *matrix, const int *stride, const int *pivots, double *work,
             const int *workCount, int *info);
void dgecon_(const char *norm, const int *order, const double *matrix, const int *stride, const double *matrixNorm,
             double *reciprocal, double *work, int *integers, int *info, size_t normLength);

// OpenBLAS picks its kernels by the processor when it is loaded, before main. These two, exported by every build that
// can choose at run time, make it choose again. Weak: a build with one fixed kernel lacks them.
void gotoblas_dynamic_quit(void) __attribute__((weak));
void gotoblas_dynamic_init(void) __attribute__((weak));

// One thread, and the same kernels on every machine that has AVX2 and FMA, so that the same input gives the same bytes.
// Called once, before the first routine. The environment is left as it was.
static inline void jingwei_openblas_settle(void) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (gotoblas_dynamic_quit && gotoblas_dynamic_init && __builtin_cpu_supports("avx2") &&
        __builtin_cpu_supports("fma") && strcmp(openblas_get_corename(), "Haswell") != 0) {
        const char *given = getenv("OPENBLAS_CORETYPE");
        char *kept = given ? strdup(given) : NULL;
        setenv("OPENBLAS_CORETYPE", "Haswell", 1);
        gotoblas_dynamic_quit();
        gotoblas_dynamic_init();
        if (kept) setenv("OPENBLAS_CORETYPE", kept, 1);
        else unsetenv("OPENBLAS_CORETYPE");
        free(kept);
    }
#endif
    openblas_set_num_threads(1);
}
