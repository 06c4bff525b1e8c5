using NewsDiff.TestSupport;

namespace NewsDiff.Notifications.Tests;

public sealed class PublicSurfaceTests
{
    [Fact]
    public void The_public_surface_is_the_reviewed_one() => PublicApi.Verify(typeof(NotificationOptions).Assembly);

    [Fact]
    public void Types_can_gain_members_and_unset_values_mean_nothing() =>
        PublicNames.Verify(typeof(NotificationOptions).Assembly.GetExportedTypes());
}
