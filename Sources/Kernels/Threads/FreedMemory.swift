import CLanes

/// Memory that several threads needed for a while and have freed.
public enum FreedMemory {
    /// Gives it back to the system. The C library keeps it for each thread's next use, so that after the reading of a large file a third of
    /// what the process holds may be unused.
    public static func giveBack() { laneGiveBack() }
}
