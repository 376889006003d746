#include "CLanes.h"

#pragma STDC FP_CONTRACT OFF

typedef double Lane8 __attribute__((ext_vector_type(8)));

// One copy for plain x86-64, one for 256 and one for 512 bits, chosen when the program starts.
#if defined(__x86_64__) && defined(__linux__)
#define WIDEST __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define WIDEST
#endif

WIDEST void laneSweep(const LaneRows *rows, const double *old, const double *before, double *after, double *change) {
    const Lane8 *read = (const Lane8 *)old;
    const Lane8 *compared = (const Lane8 *)before;
    Lane8 *written = (Lane8 *)after;
    const LanePull *pulls = rows->pulls;
    Lane8 largest = 0.0;
    for (uint32_t row = 0; row < rows->rows; row++) {
        Lane8 loss = 0.0;
        for (uint32_t slot = rows->slotsOfRow[row]; slot < rows->slotsOfRow[row + 1]; slot++) {
            Lane8 sum = 0.0;
            uint32_t end = rows->slotStarts[slot + 1];
            for (uint32_t at = rows->slotStarts[slot]; at < end; at++)
                sum += read[pulls[at].node] * pulls[at].share;
            loss = __builtin_elementwise_max(loss, sum);
        }
        loss = __builtin_elementwise_min(loss, (Lane8)1.0);
        uint32_t node = rows->nodes[row];
        largest = __builtin_elementwise_max(largest, loss - compared[node]);
        written[node] = loss;
    }
    *(Lane8 *)change = largest;
}

WIDEST void laneHandOn(const LanePools *pools, const double *loss, double *handed, int hasUnitFloor) {
    const Lane8 *down = (const Lane8 *)loss;
    Lane8 *out = (Lane8 *)handed;
    for (uint32_t pool = 0; pool < pools->pools; pool++) {
        uint32_t begin = pools->starts[pool], end = pools->starts[pool + 1];
        Lane8 rest = 0.0;
        for (uint32_t at = begin; at < end; at++) {
            uint32_t node = pools->nodes[at];
            rest += (1.0 - down[node]) * pools->sizes[node];
        }
        if (hasUnitFloor) rest = rest <= 1e-10 ? (Lane8)1.0 : rest;
        // 1 / 0 is infinite, and what is infinite is cut to 1 below; 0 * infinite only meets nodes without sales.
        Lane8 inverse = 1.0 / rest;
        for (uint32_t at = begin; at < end; at++) {
            uint32_t node = pools->nodes[at];
            double size = pools->sizes[node];
            if (size > 0) out[node] = down[node] * __builtin_elementwise_min(inverse * size, (Lane8)1.0);
        }
    }
}

WIDEST void laneSums(uint32_t nodes, const double *weights, const double *down, const double *up, double *sums) {
    const Lane8 *d = (const Lane8 *)down;
    const Lane8 *u = (const Lane8 *)up;
    Lane8 total = 0.0, downs = 0.0, ups = 0.0;
    for (uint32_t node = 0; node < nodes; node++) {
        double weight = weights[node];
        total += __builtin_elementwise_max(d[node], u[node]) * weight;
        downs += d[node] * weight;
        ups += u[node] * weight;
    }
    Lane8 *out = (Lane8 *)sums;
    out[0] += total;
    out[1] += downs;
    out[2] += ups;
}

WIDEST void laneKeep(uint32_t nodes, const double *keep, double *state) {
    Lane8 factor = *(const Lane8 *)keep;
    Lane8 *s = (Lane8 *)state;
    for (uint32_t node = 0; node < nodes; node++) s[node] *= factor;
}

// Eight numbers that need not begin on a boundary.
typedef double Loose8 __attribute__((ext_vector_type(8), aligned(8)));

WIDEST void stockStep(const StockRows *rows, uint32_t from, uint32_t to, double *received, double *used, double *stocked) {
    const double *flow = rows->flow, *face = rows->face;
    const int32_t *linkStart = rows->linkStart, *slotStart = rows->slotStart, *supplier = rows->supplier;
    uint32_t width = rows->width;
    int32_t firstSlot = slotStart[from], endSlot = slotStart[to];
    int32_t firstLink = linkStart[firstSlot], endLink = linkStart[endSlot];
    // Slots are at most as many as links; eight spare numbers each for whole lanes at the end.
    double *brings = rows->work, *weighs = brings + width + 8, *flows = weighs + width + 8, *uses = flows + width + 8;
    double *aims = uses + width + 8, *gots = aims + width + 8, *next = gots + width + 8, *weights = next + width + 8;
    // Loads from everywhere, in a loop without branches so that many are on their way at once.
    for (int32_t link = firstLink; link < endLink; link++) {
        const double *one = face + 2 * (int64_t)supplier[link];
        brings[link - firstLink] = flow[link] * one[0];
        weighs[link - firstLink] = flow[link] * one[1];
    }
    for (uint32_t node = from; node < to; node++) {
        double unit = rows->output[node] > 0 ? 1 / rows->output[node] : 0;
        double use = rows->made[node] * unit, aim = rows->wanted[node] * unit;
        for (int32_t slot = slotStart[node]; slot < slotStart[node + 1]; slot++) {
            int32_t at = linkStart[slot], end = linkStart[slot + 1];
            double sum = flow[at], got = brings[at - firstLink], weight = weighs[at - firstLink];
            for (at++; at < end; at++) {
                sum += flow[at];
                got += brings[at - firstLink];
                weight += weighs[at - firstLink];
            }
            int32_t place = slot - firstSlot;
            flows[place] = sum;
            gots[place] = got;
            weights[place] = weight;
            uses[place] = use;
            aims[place] = aim;
        }
    }
    int32_t count = endSlot - firstSlot;
    // What was read of these is not needed any more once a lane is done.
    double *covers = gots, *lacks = weights;
    const uint8_t *needs = rows->need + firstSlot;
    double *stock = rows->stock + firstSlot, *scale = rows->scale + firstSlot;
    Lane8 sums[3] = {0.0, 0.0, 0.0};
    for (int32_t place = 0; place < count; place += 8) {
        int32_t left = count - place;
        Lane8 before = 0.0, times = 0.0;
        if (left >= 8) {
            before = *(const Loose8 *)(stock + place);
            times = *(const Loose8 *)(scale + place);
        } else {
            for (int32_t lane = 0; lane < 8; lane++) {
                before[lane] = lane < left ? stock[place + lane] : 0;
                times[lane] = lane < left ? scale[place + lane] : 0;
                if (lane >= left) {
                    flows[place + lane] = gots[place + lane] = weights[place + lane] = 0;
                    uses[place + lane] = aims[place + lane] = 0;
                }
            }
        }
        Lane8 sum = *(const Loose8 *)(flows + place), weight = *(const Loose8 *)(weights + place);
        Lane8 got = *(const Loose8 *)(gots + place) * times;
        Lane8 need = sum * *(const Loose8 *)(uses + place);
        Lane8 spent = __builtin_elementwise_min(before, need);
        Lane8 now = before + got - spent;
        Lane8 gap = __builtin_elementwise_max(rows->goal * sum * *(const Loose8 *)(aims + place) - now, (Lane8)0.0);
        Lane8 order = gap * rows->pace + need;
        Lane8 after = weight > 0.0 ? order / weight : (Lane8)0.0;
        Lane8 cover = now / (rows->needed * sum);
        typedef long long Mask8 __attribute__((ext_vector_type(8)));
        typedef unsigned char Bytes8 __attribute__((ext_vector_type(8), aligned(1)));
        Mask8 need8 = __builtin_convertvector(*(const Bytes8 *)(needs + place), Mask8);
        Lane8 short8 = __builtin_elementwise_max(sum * (1.0 - cover), (Lane8)0.0);
        *(Loose8 *)(covers + place) = need8 == 2 ? cover : (Lane8)__builtin_inf();
        *(Loose8 *)(lacks + place) = need8 == 1 ? short8 : (Lane8)0.0;
        sums[0] += got;
        sums[1] += spent;
        sums[2] += now;
        *(Loose8 *)(next + place) = after;
        if (left >= 8) {
            *(Loose8 *)(stock + place) = now;
            *(Loose8 *)(scale + place) = after;
        } else {
            for (int32_t lane = 0; lane < left; lane++) {
                stock[place + lane] = now[lane];
                scale[place + lane] = after[lane];
            }
        }
    }
    for (int32_t lane = 0; lane < 8; lane++) {
        *received += sums[0][lane];
        *used += sums[1][lane];
        *stocked += sums[2][lane];
    }
    for (uint32_t node = from; node < to; node++) {
        double hard = __builtin_inf(), lack = 0;
        for (int32_t slot = slotStart[node]; slot < slotStart[node + 1]; slot++) {
            double cover = covers[slot - firstSlot];
            hard = cover < hard ? cover : hard;
            lack += lacks[slot - firstSlot];
        }
        double soft = lack > 0 ? 1 - lack / rows->bought[node] : 1;
        rows->hard[node] = hard;
        rows->soft[node] = soft > 0 ? soft : 0;
    }
    for (int32_t slot = firstSlot; slot < endSlot; slot++) {
        int32_t at = linkStart[slot], end = linkStart[slot + 1];
        double times = next[slot - firstSlot];
        rows->sought[supplier[at]] += times * flow[at];
        for (at++; at < end; at++) rows->sought[supplier[at]] += times * flow[at];
    }
}
