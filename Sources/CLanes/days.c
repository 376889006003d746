#include "CLanes.h"
#include "wide.h"

#pragma STDC FP_CONTRACT OFF

WIDEST void stockMake(
    const StockMaking *making, const StockFirms *firms, double *uses, double *aims, double *faces, double *sums) {
    StockMaking own = *making;
    StockDeal *deals = firms->deals;
    Lane8 shippedAll = 0.0, unmetAll = 0.0, wantedAll = 0.0;
    for (uint64_t first = 0; first < (uint64_t)own.rows * 8; first += 8) {
        const uint32_t *places = own.dealOf + first;
        FETCH(own.dealOf, first);
        FETCH(own.output, first);
        FETCH(own.demand, first);
        FETCH(own.bought, first);
        FETCH(own.remaining, first);
        FETCH(firms->cover, first);
        FETCH(firms->lack, first);
        FETCH_TO_WRITE(own.wanted, first);
        FETCH_TO_WRITE(own.made, first);
        FETCH_TO_WRITE(uses, first);
        FETCH_TO_WRITE(aims, first);
        for (int lane = 0; lane < 8; lane++) {
            __builtin_prefetch(deals + places[lane + STOCK_AHEAD], 1);
            __builtin_prefetch(faces + 2 * (uint64_t)places[lane + STOCK_AHEAD], 1);
        }
        Lane8 sought, ready;
        for (int lane = 0; lane < 8; lane++) {
            sought[lane] = deals[places[lane]].sought;
            ready[lane] = faces[2 * (uint64_t)places[lane] + 1];
        }
        Lane8 output = *(const Lane8 *)(own.output + first), demand = *(const Lane8 *)(own.demand + first);
        Lane8 want = demand + (ready > 0.0 ? sought : (Lane8)0.0);
        if (own.found) want += *(const Lane8 *)(own.found + first);
        Lane8 room = own.room;
        if (own.top > 1) {
            // Hallegatte (2008); a negative gap takes overtime back, as BoARIO does. What rounding leaves is no gap.
            Lane8 now = *(const Lane8 *)(own.overtime + first);
            if (own.pace > 0) {
                Lane8 gap = (want - *(const Lane8 *)(own.made + first)) / (want > 0.0 ? want : (Lane8)1.0);
                Lane8 rise = ((gap > 4e-15) | (gap < -4e-15)) ? (own.top - now) * gap : 1.0 - now;
                Lane8 next = LARGER(now + rise * own.pace, (Lane8)1.0);
                now = want > 0.0 ? next : now;
                *(Lane8 *)(own.overtime + first) = now;
            }
            room *= now;
        }
        Lane8 remaining = *(const Lane8 *)(own.remaining + first);
        Lane8 full = output * room, can = full * remaining;
        Lane8 goal = SMALLER(want, can);
        Lane8 cover = *(const Lane8 *)(firms->cover + first), lack = *(const Lane8 *)(firms->lack + first);
        Lane8 soft = LARGER(1.0 - lack / *(const Lane8 *)(own.bought + first), (Lane8)0.0);
        Lane8 make = SMALLER(goal, output > 0.0 ? output * cover : (Lane8)0.0);
        make = SMALLER(make, lack > 0.0 ? full * soft : full);
        *(Lane8 *)(own.wanted + first) = goal;
        *(Lane8 *)(own.made + first) = make;
        Lane8 part = want > 0.0 ? make / want : (Lane8)0.0;
        Lane8 some = output > 0.0 ? output : (Lane8)1.0;
        Lane8 use = make / some, aim = goal / some;
        if (own.steady) {
            Lane8 steady = *(const Lane8 *)(own.steady + first);
            use = steady > 0.0 ? (Lane8)1.0 : use;
            aim = steady > 0.0 ? (Lane8)1.0 : aim;
        }
        *(Lane8 *)(uses + first) = use;
        *(Lane8 *)(aims + first) = aim;
        Lane8 readyNow = own.movesOrders ? (output > 0.0 ? room * remaining : (Lane8)1.0) : (Lane8)1.0;
        Lane8 deals8 = ready > 0.0 ? part : (Lane8)0.0, face = ready * part;
        if (own.fills) {
            deals8 = ready > 0.0 ? (make >= want ? (Lane8)__builtin_inf() : part) : (Lane8)0.0;
            face = ready;
        }
        if (own.service) *(Lane8 *)(own.service + first) = part;
        for (int lane = 0; lane < 8; lane++) {
            StockDeal deal = {deals8[lane], 0};
            deals[places[lane]] = deal;
            double *both = faces + 2 * (uint64_t)places[lane];
            both[0] = face[lane];
            both[1] = readyNow[lane];
        }
        shippedAll += make - demand * part;
        unmetAll += demand * (1.0 - part);
        wantedAll += want;
    }
    for (int lane = 0; lane < 8; lane++) {
        sums[0] += shippedAll[lane];
        sums[1] += unmetAll[lane];
        sums[2] += wantedAll[lane];
    }
}

WIDEST uint32_t lossDay(
    const LossLists *lists, int32_t day, double floor, uint32_t *shorts, uint32_t *news, uint32_t *counts) {
    LossLists own = *lists;
    uint32_t hits = 0, shortCount = 0, newCount = 0;
    for (uint64_t first = 0; first < (uint64_t)own.rows * 8; first += 8) {
        FETCH(own.made, first);
        FETCH(own.wanted, first);
        FETCH(own.output, first);
        FETCH_TO_WRITE(own.loss, first);
        FETCH_TO_WRITE(own.lowest, first);
        FETCH(own.groups, first);
        FETCH(own.counts, first);
        FETCH(own.hitDay, first);
        Lane8 made = *(const Lane8 *)(own.made + first), wanted = *(const Lane8 *)(own.wanted + first);
        Lane8 usual = *(const Lane8 *)(own.output + first);
        Lane8 *loss = (Lane8 *)(own.loss + first), *lowest = (Lane8 *)(own.lowest + first);
        Mask8 counted = __builtin_convertvector(*(const Byte8 *)(own.counts + first), Mask8) != 0;
        Lane8 make = counted ? made : (Lane8)0.0;
        for (int lane = 0; lane < 8; lane++) own.byGroup[own.groups[first + (uint64_t)lane]] += make[lane];
        if (own.byRegion)
            for (int lane = 0; lane < 8; lane++) own.byRegion[own.regions[first + (uint64_t)lane]] += make[lane];
        *loss += counted ? usual - made : (Lane8)0.0;
        Mask8 isLowest = (made < *lowest) & counted;
        Mask8 isShort = (made < wanted * (1 - 1e-9)) & counted, isHit = (made < usual * floor) & counted;
        if (!__builtin_reduce_or(isLowest | isShort | isHit)) continue;
        *lowest = isLowest ? made : *lowest;
        for (int lane = 0; lane < 8; lane++) {
            uint64_t firm = first + (uint64_t)lane;
            if (isLowest[lane]) own.worstDay[firm] = day;
            shorts[shortCount] = (uint32_t)firm;
            shortCount += isShort[lane] ? 1 : 0;
            hits += isHit[lane] ? 1 : 0;
            if (isHit[lane] && own.hitDay[firm] < 0) {
                own.hitDay[firm] = day;
                news[newCount++] = (uint32_t)firm;
            }
        }
    }
    counts[0] = shortCount;
    counts[1] = newCount;
    return hits;
}
