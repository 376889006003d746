import Kernels

extension DisruptionDays {
    /// The level up to which a firm that makes too little fills every order, in parts of what was ordered before the shock:
    /// Σ min(order, level · flow) = what it makes, final demand and new customers at their own size.
    ///
    /// Orders below the level are filled; the level rises until it no longer changes, at most once for each of its links.
    func fillLevel(_ firm: Int, make: Double, readiness: Double) -> Double {
        let sales = Int(ground.saleStart[firm])..<Int(ground.saleStart[firm + 1])
        let whole = ground.demand[firm] + (market?.asked[firm] ?? 0)
        var level = 0.0
        while true {
            // What is filled whatever the level, and the size of the rest.
            var filled = 0.0
            var open = 0.0
            if level >= 1 { filled += whole } else { open += whole }
            for at in sales {
                let link = Int(ground.sale[at])
                let (size, times) = order(link)
                if times * readiness <= level { filled += size * times * readiness } else { open += size }
            }
            guard open > 0 else { return .infinity }
            let next = max(0, make - filled) / open
            guard next > level else { return level }
            level = next
        }
    }

    /// The flow of a link as far as it was open when it was ordered, and the scale of its order.
    func order(_ link: Int) -> (size: Double, scale: Double) {
        let slot = Int(ground.slotOfLink[link])
        if let closures, closures.before[link] < 1 {
            return (ground.flow[link] * closures.before[link], closures.scale[slot])
        }
        return (ground.flow[link], scale[slot])
    }
}
