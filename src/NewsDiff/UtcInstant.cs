namespace NewsDiff;

/// <summary>Instants in the form that every store keeps.</summary>
internal static class UtcInstant
{
    /// <summary>The same instant in UTC, truncated to the millisecond.</summary>
    public static DateTimeOffset ToMillisecond(DateTimeOffset value) =>
        DateTimeOffset.FromUnixTimeMilliseconds(value.ToUnixTimeMilliseconds());
}
