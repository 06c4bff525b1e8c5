namespace NewsDiff.Hosting.Handlers;

/// <summary>Why a handler did not handle an event.</summary>
/// <param name="Reason">The reason, for people.</param>
/// <param name="RetryAt">The time at which it asked to get the event again; null when it failed.</param>
/// <param name="Thrown">What it threw; null when it took too long or postponed the event.</param>
internal sealed record CallFault(string Reason, DateTimeOffset? RetryAt = null, Exception? Thrown = null);
