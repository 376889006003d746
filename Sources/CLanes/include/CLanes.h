// Sweeps over a network for eight independent scenarios side by side ("lanes"), one cache line a node.
//
// These loops are in C because one compiled program has to use the widest vectors of whatever processor it meets, which
// Swift cannot say of a function. Multiplications and additions are not fused, so every processor gives the same bits.
#pragma once
#include <stdint.h>

// Asks for the cache line of an address that will be read and written soon; any address will do.
static inline void laneFetch(const void *address) { __builtin_prefetch(address, 1); }

// A neighbour and the share that its loss has.
typedef struct {
    uint32_t node;
    double share;
} LanePull;

// What a sweep reads: rows of pulls in slots. A slot is a sum over its pulls; a node takes the largest of its slots.
typedef struct {
    uint32_t rows;               // how many nodes have a row
    const uint32_t *nodes;       // the node of each row
    const uint32_t *slotsOfRow;  // where the slots of a row begin; rows + 1 entries
    const uint32_t *slotStarts;  // where the pulls of a slot begin; slots + 1 entries
    const LanePull *pulls;
} LaneRows;

// Nodes by pool: what stands in for each other.
typedef struct {
    uint32_t pools;
    const uint32_t *starts;  // pools + 1 entries
    const uint32_t *nodes;
    const double *sizes;  // by node
} LanePools;

// new[node] = min(1, largest slot of old values); change[lane] = the largest new - old, at least 0.
// All states are eight doubles a node, on boundaries of 64 bytes. `old` holds what is read, `before` what is compared
// with, `after` what is written; `before` and `after` may be the same.
void laneSweep(const LaneRows *rows, const double *old, const double *before, double *after, double *change);

// handed[node] = loss * min(1, size / remaining output of its pool); with a floor, a remainder up to 1e-10 counts as 1.
void laneHandOn(const LanePools *pools, const double *loss, double *handed, int hasUnitFloor);

// sums[3 * lanes] += weight * (larger loss, down, up), over all nodes.
void laneSums(uint32_t nodes, const double *weights, const double *down, const double *up, double *sums);

// Multiplies all states of a lane by keep[lane], 0 or 1.
void laneKeep(uint32_t nodes, const double *keep, double *state);

// Stocks and orders of firms for one day: what a step reads and writes. Slots are the inputs of a firm, links the suppliers
// of an input; both stand in the order of the firms.
typedef struct {
    const int32_t *slotStart;  // where the slots of a node begin; nodes + 1 entries
    const int32_t *linkStart;  // where the links of a slot begin; slots + 1 entries
    const int32_t *supplier;   // the node that each link comes from
    const double *flow;        // by link
    const uint8_t *need;       // by slot: 2 = nothing is made without it, 1 = its share is lost without it; 8 more to read
    const double *output, *made, *wanted, *bought;  // by node
    const double *face;  // two a node: what a unit of scale and flow delivers, the weight in orders
    double *sought;      // by node: scale * flow ordered, added to
    double *stock, *scale;  // by slot
    double *hard, *soft;    // by node: the most that stocks allow
    double *work;    // 8 * (width + 8) numbers
    uint32_t width;  // the most links of a block
    double goal, needed, pace;
} StockRows;

// One day of the nodes from..<to, which have at most `width` links; adds what was received, used and is in stock.
void stockStep(const StockRows *rows, uint32_t from, uint32_t to, double *received, double *used, double *stocked);
