using Microsoft.Extensions.Logging;
using NewsDiff.Events;
using NewsDiff.Tracking;

namespace NewsDiff.Hosting.Handlers;

/// <summary>What the deliveries to all handlers of one tracker share.</summary>
internal sealed class DeliveryContext
{
    public required TrackerServices Services { get; init; }

    public required IEventLog Log { get; init; }

    public required IEventDeliveryStore Deliveries { get; init; }

    public required NoticeReader Notices { get; init; }

    public required HandlerCall Call { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>The clock that all processes on the store share; it times leases and retries.</summary>
    public required StoreTime Time { get; init; }

    public required ILogger Logger { get; init; }
}
