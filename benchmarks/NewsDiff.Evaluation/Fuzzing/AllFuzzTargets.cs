namespace NewsDiff.Evaluation.Fuzzing;

/// <summary>The readers of all packages.</summary>
internal static class AllFuzzTargets
{
    /// <summary>The names of all targets.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. FuzzTargets.Names, .. ArchiveFuzzTargets.Names];

    /// <summary>Gives an input to a target.</summary>
    public static void Run(string target, byte[] input)
    {
        if (ArchiveFuzzTargets.Names.Contains(target))
        {
            ArchiveFuzzTargets.Run(target, input);
        }
        else
        {
            FuzzTargets.Run(target, input);
        }
    }

    /// <summary>The texts that inputs of a target are made from.</summary>
    public static IReadOnlyList<byte[]> Seeds(string target) =>
        ArchiveFuzzTargets.Names.Contains(target) ? ArchiveFuzzTargets.Seeds(target) : FuzzTargets.Seeds(target);
}
