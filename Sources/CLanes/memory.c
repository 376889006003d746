#include "CLanes.h"

#include <stdlib.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

void laneGiveBack(void) {
#if defined(__GLIBC__)
    malloc_trim(0);
#endif
}
