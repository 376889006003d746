#include "CLanes.h"
#include "wide.h"

#pragma STDC FP_CONTRACT OFF

#define NEED_SHIFT 30
#define SUPPLIER_BITS ((1u << NEED_SHIFT) - 1)
#define SHORT_PART 0.9
#define INLINE static inline __attribute__((always_inline))

typedef struct {
    Lane8 usedBefore, aimedBefore, uses, aims, steady;
    Lane8 least, lack, greatest, scarcest, lacking;
    Lane8 received, used, stocked;
} Row;

INLINE void addUp(const Lane8 *lanes, double *sum) {
    for (int lane = 0; lane < 8; lane++) *sum += (*lanes)[lane];
}

// Eight numbers of a list.
#define GATHERED(list, places)                                                    \
    ({                                                                            \
        const double *numbers_ = (list);                                          \
        const uint32_t *places_ = (places);                                       \
        Lane8 found_;                                                             \
        for (int lane_ = 0; lane_ < 8; lane_++) found_[lane_] = numbers_[places_[lane_]]; \
        found_;                                                                   \
    })

// Notes the inputs of eight lanes that are short; what is missing of those that were long enough is looked for.
INLINE void look(
    const StockSearch *search, uint64_t place, const uint32_t *groups, const Lane8 *direct, const Lane8 *aims,
    const Lane8 *order, const Lane8 *flow, const Lane8 *steady) {
    FETCH_TO_WRITE(search->shortDays, place);
    FETCH_TO_WRITE(search->missing, place);
    Mask8 days = __builtin_convertvector(*(const Days8 *)(search->shortDays + place), Mask8);
    Mask8 counts = (*flow > 0.0) & (*steady == 0.0);
    Mask8 isShort = counts & (*direct < *aims * SHORT_PART) & (days <= search->days);
    if (__builtin_reduce_or(isShort)) {
        days -= isShort;
        *(Days8 *)(search->shortDays + place) = __builtin_convertvector(days, Days8);
    }
    Mask8 looks = counts & (days > search->days);
    if (!__builtin_reduce_or(looks)) return;
    Lane8 gap = looks ? LARGER(*order - *direct, (Lane8)0.0) * *flow : (Lane8)0.0;
    *(Lane8 *)(search->missing + place) = gap;
    for (int lane = 0; lane < 8; lane++)
        if (gap[lane] > 0) search->missingOf[groups[lane]] += gap[lane];
}

// Orders are not kept: what was ordered of a single supplier follows from the cover, which has not changed since.
INLINE void single(
    const StockSingles *rows, const StockPlan *plan, const StockRules *rules, StockDeal *deals, Row *row, uint64_t at,
    int isNeeded) {
    Place8 packed = *(const Place8 *)(rows->suppliers + at);
    Place8 supplier = packed & SUPPLIER_BITS;
    const uint32_t *groups = rows->groups + at;
    Lane8 goal = plan->goal, needed = plan->needed;
    if (rules && rules->goals) {
        goal = GATHERED(rules->goals, groups);
        needed = GATHERED(rules->needs, groups);
    }
    FETCH_TO_WRITE(rows->covers, at);
    FETCH(rows->flows, at);
    FETCH(rows->suppliers, at);
    Lane8 part;
    for (int lane = 0; lane < 8; lane++) part[lane] = deals[supplier[lane]].part;
    Place8 later = *(const Place8 *)(rows->suppliers + at + STOCK_AHEAD) & SUPPLIER_BITS;
    for (int lane = 0; lane < 8; lane++) __builtin_prefetch(deals + later[lane]);
    Lane8 before = *(const Lane8 *)(rows->covers + at), flow = *(const Lane8 *)(rows->flows + at);
    Lane8 ordered = LARGER(row->aimedBefore * goal - before, (Lane8)0.0) * plan->pace + row->usedBefore;
    Lane8 got = rules && rules->fills ? SMALLER(ordered, part) : ordered * part;
    if (rules && rules->openBefore) got *= GATHERED(rules->openBefore, rows->ways + at);
    Lane8 direct = got;
    if (rules && rules->search && rules->search->comes)
        got += *(const Lane8 *)(rules->search->missing + at) * GATHERED(rules->search->comes, groups)
            / (flow > 0.0 ? flow : (Lane8)1.0);
    Lane8 spent = SMALLER(before, row->uses), now = before + got - spent;
    if (rules && rules->steady) {
        spent = row->steady > 0.0 ? got : spent;
        now = row->steady > 0.0 ? before : now;
    }
    *(Lane8 *)(rows->covers + at) = now;
    row->received += got * flow;
    row->used += spent * flow;
    row->stocked += now * flow;
    if (isNeeded) {
        Mask8 need = __builtin_convertvector(packed >> NEED_SHIFT, Mask8);
        Lane8 part = now / needed, place = (double)at;
        Mask8 isLess = (need == 2) & (part < row->least);
        row->least = isLess ? part : row->least;
        row->scarcest = isLess ? place : row->scarcest;
        Lane8 lost = need == 1 ? LARGER(flow * (1.0 - part), (Lane8)0.0) : (Lane8)0.0;
        Mask8 isGreater = lost > row->greatest;
        row->greatest = isGreater ? lost : row->greatest;
        row->lacking = isGreater ? place : row->lacking;
        row->lack += lost;
    }
    Lane8 order = LARGER(row->aims * goal - now, (Lane8)0.0) * plan->pace + row->uses;
    if (rules && rules->search) look(rules->search, at, groups, &direct, &row->aims, &order, &flow, &row->steady);
    order *= flow;
    if (rules && rules->open) order *= GATHERED(rules->open, rows->ways + at);
    for (int lane = 0; lane < 8; lane++) deals[supplier[lane]].sought += order[lane];
}

INLINE void singles(
    const StockSingles *rows, const StockPlan *plan, const StockRules *rules, const StockFirms *firms, double *sums) {
    Row line = {};
    for (uint32_t row = 0; row < rows->rows; row++) {
        uint64_t first = (uint64_t)row * 8, begin = rows->starts[row], kinds = rows->kinds[row], end = rows->starts[row + 1];
        FETCH(firms->usedBefore, first);
        FETCH(firms->aimedBefore, first);
        FETCH(firms->uses, first);
        FETCH(firms->aims, first);
        FETCH_TO_WRITE(firms->cover, first);
        FETCH_TO_WRITE(firms->lack, first);
        FETCH_TO_WRITE(firms->greatest, first);
        FETCH_TO_WRITE(firms->scarcest, first);
        FETCH_TO_WRITE(firms->lacking, first);
        line.usedBefore = *(const Lane8 *)(firms->usedBefore + first);
        line.aimedBefore = *(const Lane8 *)(firms->aimedBefore + first);
        line.uses = *(const Lane8 *)(firms->uses + first);
        line.aims = *(const Lane8 *)(firms->aims + first);
        line.steady = rules && rules->steady ? *(const Lane8 *)(rules->steady + first) : (Lane8)0.0;
        line.least = __builtin_inf();
        line.lack = line.greatest = 0.0;
        line.scarcest = line.lacking = -1.0;
        for (uint64_t at = begin; at < kinds; at += 8) single(rows, plan, rules, firms->deals, &line, at, 1);
        for (uint64_t at = kinds; at < end; at += 8) single(rows, plan, rules, firms->deals, &line, at, 0);
        *(Lane8 *)(firms->cover + first) = line.least;
        *(Lane8 *)(firms->lack + first) = line.lack;
        *(Lane8 *)(firms->greatest + first) = line.greatest;
        for (int lane = 0; lane < 8; lane++) {
            firms->scarcest[first + (uint64_t)lane] = (int32_t)line.scarcest[lane] + (line.scarcest[lane] < 0 ? 0 : lane);
            firms->lacking[first + (uint64_t)lane] = (int32_t)line.lacking[lane] + (line.lacking[lane] < 0 ? 0 : lane);
        }
    }
    addUp(&line.received, sums);
    addUp(&line.used, sums + 1);
    addUp(&line.stocked, sums + 2);
}

WIDEST static void plainSingles(
    const StockSingles *rows, const StockPlan *plan, const StockFirms *firms, double *sums) {
    singles(rows, plan, 0, firms, sums);
}

WIDEST static void ruledSingles(
    const StockSingles *rows, const StockPlan *plan, const StockRules *rules, const StockFirms *firms, double *sums) {
    StockRules own = *rules;
    singles(rows, plan, &own, firms, sums);
}

void stockSingles(
    const StockSingles *rows, const StockPlan *plan, const StockRules *rules, const StockFirms *firms, double *sums) {
    if (rules) ruledSingles(rows, plan, rules, firms, sums);
    else plainSingles(rows, plan, firms, sums);
}

INLINE void shared(
    const StockShared *rows, uint64_t singlePlaces, const StockPlan *plan, const StockRules *rules,
    const StockFirms *firms, double *sums) {
    StockDeal *deals = firms->deals;
    const double *faces = firms->faces;
    Lane8 *weights = (Lane8 *)rows->work;
    Lane8 received = 0.0, used = 0.0, stocked = 0.0;
    for (uint32_t row = 0; row < rows->rows; row++) {
        uint64_t first = (uint64_t)row * 8, begin = rows->starts[row], end = rows->starts[row + 1];
        const uint32_t *nodes = rows->nodes + first, *groups = rows->groups + first;
        FETCH_TO_WRITE(rows->covers, first);
        FETCH_TO_WRITE(rows->scales, first);
        FETCH(rows->wholes, first);
        FETCH(rows->nodes, first);
        Lane8 uses = GATHERED(firms->uses, nodes), aims = GATHERED(firms->aims, nodes);
        Lane8 steady = rules && rules->steady ? GATHERED(rules->steady, nodes) : (Lane8)0.0;
        Lane8 goal = plan->goal, needed = plan->needed;
        if (rules && rules->goals) {
            goal = GATHERED(rules->goals, groups);
            needed = GATHERED(rules->needs, groups);
        }
        Lane8 *cover = (Lane8 *)(rows->covers + first), *scale = (Lane8 *)(rows->scales + first);
        Lane8 whole = *(const Lane8 *)(rows->wholes + first);
        int isOrdered = rules && (rules->openBefore || rules->fills);
        Lane8 raised = rules && rules->openBefore ? *(const Lane8 *)(rows->raised + first) : *scale;
        Lane8 arrived = 0.0, weight = 0.0, closed = 0.0, lost = 0.0;
        for (uint64_t at = begin; at < end; at += 8) {
            FETCH(rows->flows, at);
            FETCH(rows->suppliers, at);
            Lane8 flow = *(const Lane8 *)(rows->flows + at), delivers, ready;
            for (int lane = 0; lane < 8; lane++) {
                const double *face = faces + 2 * (uint64_t)rows->suppliers[at + (uint64_t)lane];
                uint32_t later = rows->suppliers[at + (uint64_t)lane + STOCK_AHEAD];
                __builtin_prefetch(faces + 2 * (uint64_t)later);
                __builtin_prefetch(deals + later);
                delivers[lane] = face[0];
                ready[lane] = face[1];
            }
            if (isOrdered) {
                Lane8 open = rules->openBefore ? GATHERED(rules->openBefore, rows->ways + at) : (Lane8)1.0;
                Lane8 ordered = (open < 1.0 ? *scale : raised) * delivers;
                if (rules->fills) {
                    Lane8 level;
                    for (int lane = 0; lane < 8; lane++) level[lane] = deals[rows->suppliers[at + (uint64_t)lane]].part;
                    ordered = SMALLER(ordered, level);
                }
                arrived += flow * open * ordered;
            } else {
                arrived += delivers * flow;
            }
            Lane8 one = ready * flow;
            weight += one;
            weights[(at - begin) / 8] = one;
            if (rules && rules->open) {
                Lane8 open = GATHERED(rules->open, rows->ways + at);
                closed += open < 1.0 ? one : (Lane8)0.0;
                lost += open < 1.0 ? one * (1.0 - open) : (Lane8)0.0;
            }
        }
        Lane8 some = whole > 0.0 ? whole : (Lane8)1.0;
        Lane8 got = (isOrdered ? arrived : arrived * *scale) / some;
        Lane8 direct = got;
        uint64_t place = singlePlaces + first;
        if (rules && rules->search && rules->search->comes)
            got += *(const Lane8 *)(rules->search->missing + place) * GATHERED(rules->search->comes, groups) / some;
        Lane8 before = *cover;
        Lane8 spent = SMALLER(before, uses), now = before + got - spent;
        if (rules && rules->steady) {
            spent = steady > 0.0 ? got : spent;
            now = steady > 0.0 ? before : now;
        }
        *cover = now;
        received += got * whole;
        used += spent * whole;
        stocked += now * whole;
        Lane8 order = LARGER(aims * goal - now, (Lane8)0.0) * plan->pace + uses;
        if (rules && rules->search) look(rules->search, place, groups, &direct, &aims, &order, &whole, &steady);
        Lane8 next = weight > 0.0 ? order * whole / weight : (Lane8)0.0;
        *scale = next;
        raised = next;
        if (rules && rules->open) {
            Lane8 rest = weight - closed;
            Mask8 moves = (closed > 0.0) & (rest > weight * 1e-12);
            if (rules->movesOrders) raised = moves ? next * (1.0 + lost / rest) : next;
            *(Lane8 *)(rows->raised + first) = raised;
        }
        for (uint64_t at = begin; at < end; at += 8) {
            Lane8 one = weights[(at - begin) / 8] * raised;
            if (rules && rules->open) {
                Lane8 open = GATHERED(rules->open, rows->ways + at);
                one = open < 1.0 ? weights[(at - begin) / 8] * next * open : one;
            }
            for (int lane = 0; lane < 8; lane++) deals[rows->suppliers[at + (uint64_t)lane]].sought += one[lane];
        }
        Lane8 parts = now / needed;
        for (int lane = 0; lane < 8; lane++) {
            uint64_t input = first + (uint64_t)lane;
            uint32_t node = nodes[lane];
            if (rows->needs[input] == 2 && parts[lane] < firms->cover[node]) {
                firms->cover[node] = parts[lane];
                firms->scarcest[node] = -2 - (int32_t)input;
            } else if (rows->needs[input] == 1 && parts[lane] < 1) {
                double lost = whole[lane] * (1 - parts[lane]);
                firms->lack[node] += lost;
                if (lost > firms->greatest[node]) {
                    firms->greatest[node] = lost;
                    firms->lacking[node] = -2 - (int32_t)input;
                }
            }
        }
    }
    addUp(&received, sums);
    addUp(&used, sums + 1);
    addUp(&stocked, sums + 2);
}

WIDEST static void plainShared(
    const StockShared *rows, uint64_t places, const StockPlan *plan, const StockFirms *firms, double *sums) {
    shared(rows, places, plan, 0, firms, sums);
}

WIDEST static void ruledShared(
    const StockShared *rows, uint64_t places, const StockPlan *plan, const StockRules *rules, const StockFirms *firms,
    double *sums) {
    StockRules own = *rules;
    shared(rows, places, plan, &own, firms, sums);
}

void stockShared(
    const StockShared *rows, uint64_t places, const StockPlan *plan, const StockRules *rules, const StockFirms *firms,
    double *sums) {
    if (rules) ruledShared(rows, places, plan, rules, firms, sums);
    else plainShared(rows, places, plan, firms, sums);
}
