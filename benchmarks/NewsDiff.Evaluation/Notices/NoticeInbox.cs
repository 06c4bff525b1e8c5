namespace NewsDiff.Evaluation.Notices;

/// <summary>A receiver of one channel that fails one request in five, answers some never, and restarts.</summary>
internal abstract class NoticeInbox : IAsyncDisposable
{
    private const int FaultEvery = 5;
    private const int HangEvery = 400;

    private readonly Lock _gate = new();
    private readonly List<(string Id, string Article, int Version)> _arrived = [];
    private int _requests;

    internal abstract string Name { get; }

    internal int Requests => _requests;

    internal int Faults { get; private set; }

    internal int Restarts { get; private set; }

    /// <summary>What arrived, in order; a repeated notice is in it again, with its id.</summary>
    internal List<(string Id, string Article, int Version)> Arrived
    {
        get
        {
            lock (_gate)
            {
                return [.. _arrived];
            }
        }
    }

    /// <summary>Begins to listen.</summary>
    internal abstract Task StartAsync();

    /// <summary>Adds the channel that sends to it.</summary>
    internal abstract void AddTo(Notifications.NotificationOptions options, Notifications.NotificationFilter filter);

    /// <summary>Ends, is away for a second, and comes back at the same port.</summary>
    internal async Task RestartAsync()
    {
        await EndAsync();
        await Task.Delay(1000);
        await StartAsync();
        Restarts++;
    }

    public async ValueTask DisposeAsync() => await EndAsync();

    protected abstract Task EndAsync();

    /// <summary>Decides what becomes of the next request.</summary>
    protected Fault NextFault()
    {
        lock (_gate)
        {
            int request = ++_requests;
            Fault fault = request % HangEvery == HangEvery / 4 ? Fault.Hang
                : request % FaultEvery != 0 ? Fault.None
                : request / FaultEvery % 2 == 0 ? Fault.Refuse : Fault.LoseAnswer;
            Faults += fault == Fault.None ? 0 : 1;
            return fault;
        }
    }

    protected void Note(string id, string article, int version)
    {
        lock (_gate)
        {
            _arrived.Add((id, article, version));
        }
    }
}
