import Kernels

extension DisruptionDays {
    /// What a link of the ground brings today; asked after production, before goods move.
    func brought(_ link: Int) -> Double {
        guard options.rationing == .smallOrdersFirst else { return asked(link) }
        let supplier = Int(ground.supplier[link])
        let (size, times) = order(link)
        return size * min(times * face[supplier * 2], level[supplier])
    }

    /// What is ordered on a link today, as far as its supplier delivers in proportion.
    func asked(_ link: Int) -> Double {
        let supplier = Int(ground.supplier[link])
        if let plain {
            return plain.delivered(
                Int(ground.slotOfLink[link]), of: Int(ground.customer[link]), flow: ground.flow[link],
                from: supplier)
        }
        let (size, times) = order(link)
        return size * times * face[supplier * 2]
    }

    /// The input that binds a firm that made less than it wanted; −1 for none.
    func scarceInput(_ node: Int) -> Int {
        let isHard = hard(node) * ground.output[node] <= made[node] * (1 + 1e-12)
        if let plain { return plain.scarceInput(node, isCover: isHard) }
        var found = -1
        var most = isHard ? Double.infinity : 0
        for slot in Int(ground.slotStart[node])..<Int(ground.slotStart[node + 1]) {
            let needed = neededDays[Int(ground.slotGroup[slot])] * ground.slotFlow[slot]
            guard needed > 0 else { continue }
            if isHard, ground.slotNeed[slot] == 2, stock[slot] / needed < most {
                most = stock[slot] / needed
                found = slot
            } else if !isHard, ground.slotNeed[slot] == 1 {
                let lack = ground.slotFlow[slot] * (1 - stock[slot] / needed)
                if lack > most {
                    most = lack
                    found = slot
                }
            }
        }
        return found
    }
}
