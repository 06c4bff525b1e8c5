namespace NewsDiff.Testing.Contracts;

/// <summary>The texts of random operations: so few that they recur.</summary>
internal static class StoreTexts
{
    /// <summary>How many texts <see cref="Ferry"/> has.</summary>
    public const int Ferries = 5;

    /// <summary>Long enough that versions are stored as differences.</summary>
    public static string Filling { get; } = string.Join(
        ' ', Enumerable.Range(0, 80).Select(word => $"word{word * 7919 % 1000}"));

    /// <summary>A paragraph that is added and removed.</summary>
    public static string Ferry(int number) => $"The ferry number {number} left.";
}
