namespace NewsDiff.Fetching.Sites;

/// <summary>The lanes of all sites that were asked lately, or are on hold.</summary>
internal sealed class SiteLanes(TimeProvider timeProvider)
{
    private const int FewSites = 1024;

    private readonly Dictionary<string, SiteLane> _lanes = new(StringComparer.Ordinal);
    private int _manySites = FewSites;

    /// <summary>Gives the lane of a site, which stays known until <see cref="Leave"/>.</summary>
    public SiteLane Join(string site)
    {
        lock (_lanes)
        {
            if (!_lanes.TryGetValue(site, out SiteLane? lane))
            {
                lane = new SiteLane(site);
                _lanes.Add(site, lane);
            }

            lane.Users++;
            return lane;
        }
    }

    /// <summary>Notes that a lane is no longer used.</summary>
    public void Leave(SiteLane lane)
    {
        lock (_lanes)
        {
            lane.Users--;
            if (_lanes.Count > _manySites)
            {
                ForgetIdleSites();

                // The next clean-up waits until the number has doubled; otherwise every request would pay for one.
                _manySites = Math.Max(FewSites, 2 * _lanes.Count);
            }
        }
    }

    private void ForgetIdleSites()
    {
        var idle = TimeSpan.FromHours(1);
        foreach ((string site, SiteLane lane) in _lanes)
        {
            bool isIdle = lane.LastRequestEnd is not { } last || timeProvider.GetElapsedTime(last) > idle;
            if (isIdle && lane.Users == 0 && lane.HeldFor(timeProvider) is null)
            {
                _lanes.Remove(site);
                lane.Dispose();
            }
        }
    }
}
