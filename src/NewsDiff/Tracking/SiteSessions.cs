using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tracking;

/// <summary>The parameters of sites' addresses that are sessions, or may be.</summary>
/// <remarks>
/// Feeds raise the suspicion; the texts of pages whose addresses differ only in the parameter decide. Instances are
/// safe for concurrent use.
/// </remarks>
internal sealed class SiteSessions
{
    /// <summary>The maximum number of parameters; the one learned first is forgotten first.</summary>
    private const int MostParameters = 1024;

    /// <summary>How many pairs of pages must have had one text.</summary>
    private const int FewestSame = 3;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Site, string Name), Tally> _parameters = [];
    private readonly Queue<(string Site, string Name)> _names = [];

    /// <summary>Notes that a parameter may be a session.</summary>
    /// <param name="site">The site, as in <see cref="Uri.Authority"/>.</param>
    /// <param name="name">The parameter.</param>
    public void Suspect(string site, string name)
    {
        lock (_gate)
        {
            if (_parameters.TryAdd((site, name), default))
            {
                _names.Enqueue((site, name));
            }

            while (_parameters.Count > MostParameters && _names.TryDequeue(out (string, string) first))
            {
                _parameters.Remove(first);
            }
        }
    }

    /// <summary>Forgets a parameter: it tells articles apart.</summary>
    public void Forget(string site, string name)
    {
        lock (_gate)
        {
            _parameters.Remove((site, name));
        }
    }

    /// <summary>Notes whether two addresses that differ only in a parameter showed one text.</summary>
    public void Note(string site, string name, bool isSame)
    {
        lock (_gate)
        {
            if (_parameters.TryGetValue((site, name), out Tally tally))
            {
                _parameters[(site, name)] = isSame
                    ? tally with { Same = tally.Same + 1 }
                    : tally with { Others = tally.Others + 1 };
            }
        }
    }

    /// <summary>Whether texts have shown that a parameter is a session.</summary>
    public bool IsProven(string site, string name)
    {
        lock (_gate)
        {
            return _parameters.GetValueOrDefault((site, name)) is { Same: >= FewestSame } tally
                && tally.Same > tally.Others;
        }
    }

    /// <summary>The parameters of an address that may be sessions.</summary>
    public List<string> SuspectedIn(Uri url)
    {
        lock (_gate)
        {
            return _parameters.Count == 0
                ? []
                : [.. SessionParameter.CandidatesIn(url).Where(name => _parameters.ContainsKey((url.Authority, name)))];
        }
    }

    private readonly record struct Tally(int Same, int Others);
}
