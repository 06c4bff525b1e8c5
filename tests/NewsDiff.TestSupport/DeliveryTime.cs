using NewsDiff.Events;

namespace NewsDiff.TestSupport;

/// <summary>Lets time pass for hosts with a manual clock, but only while they deliver nothing.</summary>
/// <remarks>
/// Deliveries take real time. If the clock ran on meanwhile, a busy machine would need minutes of it for one call, and
/// the lease of a delivery or the time of a handler would end.
/// </remarks>
public static class DeliveryTime
{
    /// <summary>What waits in a host at rest: the tracker, the report of its backlog, and a handler.</summary>
    private const int TimersOfHost = 3;

    /// <summary>Moves a clock once, when nothing is being delivered.</summary>
    public static async Task AdvanceAsync(
        ManualTimeProvider clock, TimeSpan step, IEventDeliveryStore store, int hosts, CancellationToken stop)
    {
        await Patience.UntilAsync(() => IsAtRestAsync(clock, store, hosts, stop), stop);
        clock.Advance(step);
    }

    /// <summary>Moves a clock step by step, while nothing is being delivered, until something is so.</summary>
    public static Task AdvanceUntilAsync(
        ManualTimeProvider clock, TimeSpan step, IEventDeliveryStore store, int hosts, Func<bool> isSo,
        CancellationToken stop) => Patience.UntilAsync(
        async () =>
        {
            if (await IsAtRestAsync(clock, store, hosts, stop))
            {
                clock.Advance(step);
            }

            return isSo();
        },
        stop);

    private static async Task<bool> IsAtRestAsync(
        ManualTimeProvider clock, IEventDeliveryStore store, int hosts, CancellationToken stop)
    {
        // In this order: what began to deliver before the first look has its lease at the second one.
        await clock.WaitForTimersAsync(TimersOfHost * hosts, stop);
        return await store.ReadDeliveriesAsync(stop).AllAsync(delivery => delivery.LeasedUntil is null, stop);
    }
}
