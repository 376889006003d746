// What the loops of this folder share: eight numbers side by side, and one copy of a loop for each kind of processor.
#pragma once

#pragma STDC FP_CONTRACT OFF

typedef double Lane8 __attribute__((ext_vector_type(8)));

// One copy for plain x86-64, one for 256 and one for 512 bits, chosen when the program starts.
#if defined(__x86_64__) && defined(__linux__)
#define WIDEST __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define WIDEST
#endif
