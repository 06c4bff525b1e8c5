using NewsDiff.Events;

namespace NewsDiff.Hosting;

/// <summary>What a pass that is made by hand does; it is filled while the pass runs.</summary>
internal sealed class PassTally
{
    /// <summary>What <see cref="WaitsFor"/> is while visits are made.</summary>
    public const string Visits = "the visits";

    /// <summary>Whether only what is due happens; otherwise all addresses are visited, and no attempt waits.</summary>
    public bool IsDueOnly { get; init; }

    /// <summary>What the pass waits for now, to complete a sentence.</summary>
    public string WaitsFor { get; set; } = "the host";

    public List<CheckOutcome> Outcomes { get; } = [];

    /// <summary>How many events handlers have handled; each handler counts its own.</summary>
    public int Delivered { get; set; }

    /// <summary>What handlers threw, once for each attempt.</summary>
    public List<Exception> Thrown { get; } = [];

    public List<DeadLetter> DeadLetters { get; } = [];

    /// <summary>The handlers whose next event is tried again later.</summary>
    public List<EventDelivery> Waiting { get; } = [];
}
