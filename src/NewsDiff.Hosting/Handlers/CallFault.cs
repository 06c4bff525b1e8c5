namespace NewsDiff.Hosting.Handlers;

/// <summary>Why a handler did not handle an event.</summary>
/// <param name="Reason">The reason, for people.</param>
/// <param name="RetryAt">The time at which it asked to get the event again; null when it failed.</param>
internal sealed record CallFault(string Reason, DateTimeOffset? RetryAt = null);
