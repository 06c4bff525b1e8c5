namespace NewsDiff;

/// <summary>Instants as every store keeps them.</summary>
internal static class UtcInstant
{
    /// <summary>The same instant in UTC, what is below a millisecond cut off.</summary>
    public static DateTimeOffset ToMillisecond(DateTimeOffset value) =>
        DateTimeOffset.FromUnixTimeMilliseconds(value.ToUnixTimeMilliseconds());
}
