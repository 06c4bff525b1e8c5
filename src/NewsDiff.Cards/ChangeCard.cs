namespace NewsDiff.Cards;

/// <summary>The picture of a change.</summary>
public sealed record ChangeCard
{
    /// <summary>The width of every card in pixels.</summary>
    public const int Width = 1200;

    /// <summary>The height of every card in pixels.</summary>
    public const int Height = 630;

    /// <summary>The picture as a PNG file.</summary>
    public required ReadOnlyMemory<byte> Png { get; init; }

    /// <summary>What the picture shows, in words, for those who do not see it.</summary>
    public required string AlternativeText { get; init; }

    /// <summary>The characters that no font has, each once; empty when all are drawn.</summary>
    /// <remarks>In the picture, empty boxes are in their places. At most 100 are named.</remarks>
    public required string Missing { get; init; }
}
