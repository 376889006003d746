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

// Stocks and orders of firms for one day. Covers are stocks in days of usual use; an input is what a firm buys of one sector.

// What a step knows of a firm and finds out about it, one cache line.
typedef struct {
    double usedBefore, aimedBefore;  // use and aim of the step before, as parts of the usual
    double uses, aims;               // what is made and what is wanted now, as parts of the usual
    double cover;                    // the least cover of what nothing is made without; infinite for none
    double lack;                     // what lacks of all other needed inputs together
    double greatest;                 // the greatest of these lacks
    int32_t scarcest, lacking;       // where these come from: a place of StockSingles, -2 - a place of StockShared, or -1
} StockLine;

// How much stock is aimed at and needed, in days, and the part of a gap that is ordered in a step.
typedef struct {
    double goal, needed, pace;
} StockPlan;

// Inputs with one supplier: eight firms side by side, in the order of how many such inputs they have. An input that fills up a
// lane has the flow 0 and the supplier `nodes`, as have the firms of the last eight.
typedef struct {
    uint32_t rows;           // eights of firms
    const uint32_t *nodes;   // the firm of each lane; 16 more to look ahead
    const uint32_t *starts;  // where the places of each row begin; rows + 1 entries, multiples of 8
    // By place: the supplier, its two highest bits the need: 2 = nothing is made without it, 1 = its share is lost without it.
    const uint32_t *suppliers;
    const double *flows;
    double *covers;
} StockSingles;

// Inputs with several suppliers: eight inputs side by side, in the order of how many suppliers they have.
typedef struct {
    uint32_t rows;           // eights of inputs
    const uint32_t *nodes;   // the firm of each input; 16 more to look ahead
    const uint32_t *starts;  // where the links of each row begin; rows + 1 entries, multiples of 8
    const uint32_t *suppliers;  // by link
    const double *flows;        // by link
    const double *wholes;       // by input: the sum of its flows
    const uint8_t *needs;       // by input
    double *covers, *scales;  // by input; an order is scale * flow * readiness of the supplier
    double *work;             // eight numbers for each link of the widest input
} StockShared;

// What firms hand each other, by firm, one more for lanes that fill up.
typedef struct {
    StockLine *lines;
    const double *parts;  // the part of its orders that a firm delivers, 0 where it was not ready when they were sent
    const double *faces;  // two a firm: readiness when orders were sent * part delivered, readiness now
    double *sought;       // ordered of each firm, added to
} StockFirms;

// One step of all inputs with one supplier; sums[3] += received, used, in stock. Moves uses and aims to those of the step before.
void stockSingles(const StockSingles *rows, const StockPlan *plan, const StockFirms *firms, double *sums);

// One step of all inputs with several suppliers, after that of those with one.
void stockShared(const StockShared *rows, const StockPlan *plan, const StockFirms *firms, double *sums);
