namespace NewsDiff.Notifications.Webhooks;

/// <summary>Reads how long a server asks to wait.</summary>
internal static class RetryAfter
{
    /// <summary>The wait that the header <c>Retry-After</c> asks for; null when it asks for none.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, DateTimeOffset now) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } wait } => wait,
            { Date: { } date } => date - now,
            _ => null,
        };
}
