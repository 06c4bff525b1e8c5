using System.Diagnostics.CodeAnalysis;

namespace NewsDiff.Tracking;

/// <summary>Ends a pass: the store answers nobody. Never leaves the tracker; what the store threw does.</summary>
[SuppressMessage("Design", "CA1064", Justification = "It is caught before it reaches a caller.")]
[SuppressMessage("Design", "CA1032", Justification = "It is thrown in one place.")]
internal sealed class StoreGoneException(Exception cause) : Exception(cause.Message, cause)
{
    /// <summary>What the store threw.</summary>
    public Exception Cause { get; } = cause;
}
