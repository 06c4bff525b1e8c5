namespace NewsDiff.Notifications;

/// <summary>The picture of a notification, such as a card of NewsDiff.Cards.</summary>
public sealed record NotificationPicture
{
    /// <summary>The picture as a PNG file.</summary>
    public required ReadOnlyMemory<byte> Png { get; init; }

    /// <summary>Its width in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Its height in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>What it shows, for those who do not see it.</summary>
    public required string AlternativeText { get; init; }
}
