using System.Diagnostics.CodeAnalysis;

namespace NewsDiff.Tracking;

/// <summary>Ends a pass because the store is gone. The tracker rethrows the store's exception.</summary>
[SuppressMessage("Design", "CA1064", Justification = "It is caught before it reaches a caller.")]
[SuppressMessage("Design", "CA1032", Justification = "It is thrown in one place.")]
internal sealed class StoreGoneException(Exception cause) : Exception(cause.Message, cause)
{
    /// <summary>The store's exception.</summary>
    public Exception Cause { get; } = cause;
}
