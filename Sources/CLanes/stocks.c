#include "CLanes.h"
#include "wide.h"

#pragma STDC FP_CONTRACT OFF

typedef uint32_t Place8 __attribute__((ext_vector_type(8)));
typedef long Mask8 __attribute__((ext_vector_type(8)));

#define LARGER __builtin_elementwise_max
#define SMALLER __builtin_elementwise_min
#define NEED_SHIFT 30
#define SUPPLIER_BITS ((1u << NEED_SHIFT) - 1)
#define LOOK_AHEAD 16

static void addUp(const double *lanes, double *sum) {
    for (int lane = 0; lane < 8; lane++) *sum += lanes[lane];
}

// Orders are not kept: what was ordered of a single supplier follows from the cover, which has not changed since.
WIDEST void stockSingles(const StockSingles *rows, const StockPlan *plan, const StockFirms *firms, double *sums) {
    StockLine *lines = firms->lines;
    const double *parts = firms->parts;
    double *sought = firms->sought;
    double goal = plan->goal, pace = plan->pace, perNeeded = 1 / plan->needed;
    Lane8 received = 0.0, used = 0.0, stocked = 0.0;
    for (uint32_t row = 0; row < rows->rows; row++) {
        const uint32_t *nodes = rows->nodes + row * 8;
        uint32_t begin = rows->starts[row], end = rows->starts[row + 1];
        Lane8 usedBefore, aimBefore, uses, aim;
        for (int lane = 0; lane < 8; lane++) {
            __builtin_prefetch(lines + nodes[lane + LOOK_AHEAD], 1);
            const StockLine *line = lines + nodes[lane];
            usedBefore[lane] = line->usedBefore;
            aimBefore[lane] = line->aimedBefore * goal;
            uses[lane] = line->uses;
            aim[lane] = line->aims * goal;
        }
        Lane8 least = __builtin_inf(), lack = 0.0, greatest = 0.0, scarcest = -1.0, lacking = -1.0;
        for (uint32_t at = begin; at < end; at += 8) {
            Place8 packed = *(const Place8 *)(rows->suppliers + at);
            Place8 supplier = packed & SUPPLIER_BITS;
            Lane8 part;
            for (int lane = 0; lane < 8; lane++) part[lane] = parts[supplier[lane]];
            Lane8 before = *(const Lane8 *)(rows->covers + at), flow = *(const Lane8 *)(rows->flows + at);
            Lane8 got = (LARGER(aimBefore - before, (Lane8)0.0) * pace + usedBefore) * part;
            Lane8 spent = SMALLER(before, uses);
            Lane8 now = before + got - spent;
            *(Lane8 *)(rows->covers + at) = now;
            received += got * flow;
            used += spent * flow;
            stocked += now * flow;
            Mask8 need = __builtin_convertvector(packed >> NEED_SHIFT, Mask8);
            Lane8 place = (double)at;
            Mask8 isLess = (need == 2) & (now < least);
            least = isLess ? now : least;
            scarcest = isLess ? place : scarcest;
            Lane8 lost = need == 1 ? LARGER(flow * (1.0 - now * perNeeded), (Lane8)0.0) : (Lane8)0.0;
            Mask8 isGreater = lost > greatest;
            greatest = isGreater ? lost : greatest;
            lacking = isGreater ? place : lacking;
            lack += lost;
            Lane8 order = (LARGER(aim - now, (Lane8)0.0) * pace + uses) * flow;
            for (int lane = 0; lane < 8; lane++) sought[supplier[lane]] += order[lane];
        }
        for (int lane = 0; lane < 8; lane++) {
            StockLine *line = lines + nodes[lane];
            line->usedBefore = line->uses;
            line->aimedBefore = line->aims;
            line->cover = least[lane];
            line->lack = lack[lane];
            line->greatest = greatest[lane];
            line->scarcest = (int32_t)scarcest[lane] + (scarcest[lane] < 0 ? 0 : lane);
            line->lacking = (int32_t)lacking[lane] + (lacking[lane] < 0 ? 0 : lane);
        }
    }
    addUp((const double *)&received, sums);
    addUp((const double *)&used, sums + 1);
    addUp((const double *)&stocked, sums + 2);
}

WIDEST void stockShared(const StockShared *rows, const StockPlan *plan, const StockFirms *firms, double *sums) {
    StockLine *lines = firms->lines;
    const double *faces = firms->faces;
    double *sought = firms->sought;
    double goal = plan->goal, pace = plan->pace, perNeeded = 1 / plan->needed;
    Lane8 *weights = (Lane8 *)rows->work;
    Lane8 received = 0.0, used = 0.0, stocked = 0.0;
    for (uint32_t row = 0; row < rows->rows; row++) {
        const uint32_t *nodes = rows->nodes + row * 8;
        uint32_t begin = rows->starts[row], end = rows->starts[row + 1];
        Lane8 uses, aim;
        for (int lane = 0; lane < 8; lane++) {
            __builtin_prefetch(lines + nodes[lane + LOOK_AHEAD], 1);
            const StockLine *line = lines + nodes[lane];
            uses[lane] = line->usedBefore;
            aim[lane] = line->aimedBefore * goal;
        }
        Lane8 arrived = 0.0, weight = 0.0;
        for (uint32_t at = begin; at < end; at += 8) {
            Lane8 flow = *(const Lane8 *)(rows->flows + at), delivers, ready;
            for (int lane = 0; lane < 8; lane++) {
                const double *face = faces + 2 * (uint64_t)rows->suppliers[at + lane];
                delivers[lane] = face[0];
                ready[lane] = face[1];
            }
            Lane8 one = ready * flow;
            arrived += delivers * flow;
            weight += one;
            weights[(at - begin) / 8] = one;
        }
        Lane8 whole = *(const Lane8 *)(rows->wholes + row * 8);
        Lane8 *cover = (Lane8 *)(rows->covers + row * 8), *scale = (Lane8 *)(rows->scales + row * 8);
        Lane8 got = arrived * *scale;
        Lane8 before = *cover;
        Lane8 spent = SMALLER(before, uses);
        Lane8 now = before + got / (whole > 0.0 ? whole : (Lane8)1.0) - spent;
        *cover = now;
        received += got;
        used += spent * whole;
        stocked += now * whole;
        Lane8 order = (LARGER(aim - now, (Lane8)0.0) * pace + uses) * whole;
        Lane8 next = weight > 0.0 ? order / weight : (Lane8)0.0;
        *scale = next;
        for (uint32_t at = begin; at < end; at += 8) {
            Lane8 one = weights[(at - begin) / 8] * next;
            for (int lane = 0; lane < 8; lane++) sought[rows->suppliers[at + lane]] += one[lane];
        }
        for (int lane = 0; lane < 8; lane++) {
            uint32_t input = row * 8 + lane;
            StockLine *line = lines + nodes[lane];
            double lost = whole[lane] * (1 - now[lane] * perNeeded);
            if (rows->needs[input] == 2 && now[lane] < line->cover) {
                line->cover = now[lane];
                line->scarcest = -2 - (int32_t)input;
            } else if (rows->needs[input] == 1 && lost > 0) {
                line->lack += lost;
                if (lost > line->greatest) {
                    line->greatest = lost;
                    line->lacking = -2 - (int32_t)input;
                }
            }
        }
    }
    addUp((const double *)&received, sums);
    addUp((const double *)&used, sums + 1);
    addUp((const double *)&stocked, sums + 2);
}
