using NewsDiff.TestSupport;

namespace NewsDiff.Orleans.Tests;

public sealed class PublicSurfaceTests
{
    [Fact]
    public void The_public_surface_is_the_reviewed_one() =>
        PublicApi.Verify(typeof(NewsDiffSiloBuilderExtensions).Assembly);
}
