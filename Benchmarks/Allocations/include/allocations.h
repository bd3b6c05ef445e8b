#ifndef ROSTER_BENCHMARKS_ALLOCATIONS_H
#define ROSTER_BENCHMARKS_ALLOCATIONS_H

#include <stddef.h>

/// How many blocks of memory the program has asked the C library for, growing ones included.
long allocations_so_far(void);

#endif
