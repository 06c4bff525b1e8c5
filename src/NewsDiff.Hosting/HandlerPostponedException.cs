using System.Diagnostics.CodeAnalysis;

namespace NewsDiff.Hosting;

/// <summary>Thrown by a handler that cannot handle an event now, but can later.</summary>
/// <remarks>
/// Use it for a server that asks to wait, or for quiet hours, which are not failures: the event comes again at
/// <see cref="RetryAt"/>, no attempt is counted, and the events after it wait.
/// </remarks>
[SuppressMessage("Design", "CA1032", Justification = "Without a time it means nothing.")]
public sealed class HandlerPostponedException : Exception
{
    /// <summary>Postpones an event.</summary>
    /// <param name="retryAt">When the handler gets it again.</param>
    /// <param name="reason">Why, in a sentence for people.</param>
    public HandlerPostponedException(DateTimeOffset retryAt, string reason)
        : base(reason) => RetryAt = retryAt;

    /// <summary>When the handler gets the event again.</summary>
    public DateTimeOffset RetryAt { get; }
}
