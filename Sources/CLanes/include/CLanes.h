// Sweeps over a network for eight independent scenarios side by side ("lanes"), one cache line a node.
//
// These loops are in C because one compiled program has to use the widest vectors of whatever processor it meets, which
// Swift cannot say of a function. Multiplications and additions are not fused, so every processor gives the same bits.
#pragma once
#include <stdint.h>

// Asks for the cache line of an address that will be read and written soon; any address will do.
static inline void laneFetch(const void *address) { __builtin_prefetch(address, 1); }

// Gives freed memory back to the system, where the C library would keep it, thread by thread, for the thread's next use.
void laneGiveBack(void);

// A neighbour and the share that its loss has: a double in two halves, so that it takes 12 bytes and not 16.
typedef struct {
    uint32_t node;
    uint32_t halves[2];
} LanePull;

static inline double lanePullShare(const LanePull *pull) {
    double share;
    __builtin_memcpy(&share, pull->halves, sizeof share);
    return share;
}

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

// Lists of suppliers are longer by so many that fill up: memory is asked for in time.
#define STOCK_AHEAD 32

// Stocks and orders of firms for one day. Covers are stocks in days of usual use; an input is what a firm buys of one sector.
// Lists by firm go by the places of eights of firms, as many as fill them up.

// What a supplier delivers of its orders, 0 where it was not ready when they were sent, and what is ordered of it. Where small orders
// come first, the level up to which it fills them, beside what they usually are.
typedef struct {
    double part, sought;
} StockDeal;

// How much stock is aimed at and needed, in days, and the part of a gap that is ordered in a step.
typedef struct {
    double goal, needed, pace;
} StockPlan;

// Inputs with one supplier: eight firms side by side, in the order of how many such inputs they have; of each firm what it needs first.
// An input that fills up a lane has the flow 0 and the last supplier.
typedef struct {
    uint32_t rows;           // eights of firms
    const uint32_t *starts;  // where the places of each row begin; rows + 1 entries, multiples of 8
    const uint32_t *kinds;   // where the places begin of which none is needed, by row
    // By place: the supplier, its two highest bits the need: 2 = nothing is made without it, 1 = its share is lost without it.
    const uint32_t *suppliers;
    const double *flows;
    const uint32_t *groups, *ways;  // by place: the sector; the way, 0 for none; read where rules ask for them
    double *covers;
} StockSingles;

// Inputs with several suppliers: eight inputs side by side, in the order of how many suppliers they have.
typedef struct {
    uint32_t rows;              // eights of inputs
    const uint32_t *nodes;      // the firm of each input
    const uint32_t *starts;     // where the links of each row begin; rows + 1 entries, multiples of 8
    const uint32_t *suppliers;  // by link
    const double *flows;        // by link
    const uint32_t *ways;       // by link, 0 for none; read where rules ask for them
    const double *wholes;       // by input: the sum of its flows
    const uint8_t *needs;       // by input
    const uint32_t *groups;     // by input: the sector
    double *covers, *scales;    // by input; an order is scale * flow * readiness of the supplier
    double *raised;             // the scale of orders on open links, where a way is closed
    double *work;               // eight numbers for each link of the widest input
} StockShared;

// What firms do and what they find, by firm; what they hand each other, by the place of the supplier.
typedef struct {
    const double *usedBefore, *aimedBefore;  // use and aim of the step before, as parts of the usual
    const double *uses, *aims;               // what is made and what is wanted now, as parts of the usual
    double *cover;     // the least part of what is needed of what nothing is made without; infinite for none
    double *lack;      // what lacks of all other needed inputs together
    double *greatest;  // the greatest of these lacks
    int32_t *scarcest, *lacking;  // where these come from: a place of StockSingles, -2 - a place of StockShared, or -1
    StockDeal *deals;
    const double *faces;  // two a supplier: readiness when orders were sent * part delivered (or that readiness), readiness now
} StockFirms;

// Who looks for new suppliers. By sector: the part that comes today of what was missing the day before, null where nothing does; what
// is missing. By place, those of single suppliers first: days for which an input was short, what was missing of it last.
typedef struct {
    int32_t days, *shortDays;
    const double *comes;
    double *missingOf, *missing;
} StockSearch;

// What is out of the ordinary; null for what is not.
typedef struct {
    const double *goals, *needs;      // by sector: days of stock aimed at and needed
    const double *open, *openBefore;  // by way, after one for what takes none: how far it is open, now and when orders were sent
    const double *steady;             // by firm: 1 for one that buys as before whatever happens
    const StockSearch *search;
    int movesOrders, fills;           // whether orders move to open links; whether small orders come first
} StockRules;

// One step of all inputs with one supplier; sums[3] += received, used, in stock. Without rules nothing is out of the ordinary.
void stockSingles(
    const StockSingles *rows, const StockPlan *plan, const StockRules *rules, const StockFirms *firms, double *sums);

// One step of all inputs with several suppliers, after that of those with one, of which there are so many places.
void stockShared(
    const StockShared *rows, uint64_t places, const StockPlan *plan, const StockRules *rules, const StockFirms *firms,
    double *sums);

// What firms are and make, by firm; the firm's place as a supplier.
typedef struct {
    uint32_t rows;  // eights of firms
    const uint32_t *dealOf;
    const double *output, *demand, *bought, *remaining;
    const double *found;   // what new customers ask; null for nothing
    const double *steady;  // 1 for a firm that buys as before; null for none
    double room, top, pace;  // capacity beyond output; the most that it can rise, and how fast; a top of 1 for never
    int movesOrders, fills;
    double *overtime, *made, *wanted;
    double *service;  // the part of what is wanted that is delivered; null where nobody asks
} StockMaking;

// The first part of a day: how much every firm makes, and how far that goes. sums[3] += shipped, final demand not met, wanted.
// Where `fills` is set, firms that make too little wait for their level.
void stockMake(const StockMaking *making, const StockFirms *firms, double *uses, double *aims, double *faces, double *sums);

// What firms lose, by firm; `counts` is 0 for one that is not counted.
typedef struct {
    uint32_t rows;
    const double *output, *made, *wanted;
    const uint8_t *counts;
    const uint32_t *groups, *regions;  // the last number for none
    double *loss, *lowest;
    int32_t *worstDay, *hitDay;
    double *byGroup, *byRegion;  // regions null for none
} LossLists;

// A day of losses: firms that make less than they want, and firms hit for the first time; returns how many are hit, counts[2] how many
// stand in the two lists.
uint32_t lossDay(
    const LossLists *lists, int32_t day, double floor, uint32_t *shorts, uint32_t *news, uint32_t *counts);
