using SkiaSharp;

namespace NewsDiff.Cards.Drawing;

/// <summary>The colours of a card: those of the pages.</summary>
internal sealed record CardColors
{
    public static CardColors Light { get; } = new()
    {
        Paper = new SKColor(0xFFFCFBF8),
        Panel = new SKColor(0xFFFFFFFF),
        Ink = new SKColor(0xFF1C1B19),
        Quiet = new SKColor(0xFF6B6862),
        Line = new SKColor(0xFFE4E1DA),
        Added = new SKColor(0xFF17703A),
        AddedGround = new SKColor(0xFFE0F3E6),
        Removed = new SKColor(0xFFA52A20),
        RemovedGround = new SKColor(0xFFFBE6E3),
    };

    public static CardColors Dark { get; } = new()
    {
        Paper = new SKColor(0xFF141312),
        Panel = new SKColor(0xFF1B1A18),
        Ink = new SKColor(0xFFE9E6DF),
        Quiet = new SKColor(0xFFA29D93),
        Line = new SKColor(0xFF37342F),
        Added = new SKColor(0xFF7FDC9B),
        AddedGround = new SKColor(0xFF173222),
        Removed = new SKColor(0xFFFF9D94),
        RemovedGround = new SKColor(0xFF3D1F1C),
    };

    public required SKColor Paper { get; init; }

    public required SKColor Panel { get; init; }

    public required SKColor Ink { get; init; }

    public required SKColor Quiet { get; init; }

    public required SKColor Line { get; init; }

    public required SKColor Added { get; init; }

    public required SKColor AddedGround { get; init; }

    public required SKColor Removed { get; init; }

    public required SKColor RemovedGround { get; init; }
}
