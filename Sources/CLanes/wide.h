// What the loops of this folder share: eight numbers side by side, and one copy of a loop for each kind of processor.
#pragma once

#pragma STDC FP_CONTRACT OFF

typedef double Lane8 __attribute__((ext_vector_type(8)));
typedef uint32_t Place8 __attribute__((ext_vector_type(8)));
typedef uint8_t Byte8 __attribute__((ext_vector_type(8)));
typedef int32_t Days8 __attribute__((ext_vector_type(8)));
typedef long Mask8 __attribute__((ext_vector_type(8)));

#define LARGER __builtin_elementwise_max
#define SMALLER __builtin_elementwise_min

// One copy for plain x86-64, one for 256 and one for 512 bits, chosen when the program starts.
#if defined(__x86_64__) && defined(__linux__)
#define WIDEST __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define WIDEST
#endif

// Asks for what a loop reads, or reads and writes, a good deal later: with this many lists side by side the processor does not guess it.
#define LATER 256
#define FETCH(list, at) __builtin_prefetch((list) + (at) + LATER)
#define FETCH_TO_WRITE(list, at) __builtin_prefetch((list) + (at) + LATER, 1)
