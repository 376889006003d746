#include "CLanes.h"
#include "wide.h"

#pragma STDC FP_CONTRACT OFF

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
                sum += read[pulls[at].node] * lanePullShare(&pulls[at]);
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
