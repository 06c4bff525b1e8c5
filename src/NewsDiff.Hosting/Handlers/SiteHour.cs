using NewsDiff.Events;

namespace NewsDiff.Hosting.Handlers;

/// <summary>The events of one site in one hour.</summary>
/// <param name="Host">The site's host name.</param>
/// <param name="Since">The beginning of the hour.</param>
/// <param name="Singles">How many were handled one by one.</param>
/// <param name="Rest">How many belong to the digest.</param>
/// <param name="First">The place of the digest's first event; null when it has none.</param>
internal sealed record SiteHour(string Host, DateTimeOffset Since, int Singles, int Rest, EventCursor? First);
