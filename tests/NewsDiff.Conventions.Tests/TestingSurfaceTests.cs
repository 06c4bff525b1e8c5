using NewsDiff.TestSupport;

namespace NewsDiff.Conventions.Tests;

/// <summary>The surface of <c>NewsDiff.Testing</c>, which has no tests of its own: all others use it.</summary>
public sealed class TestingSurfaceTests
{
    [Fact]
    public void The_public_surface_is_the_reviewed_one() => PublicApi.Verify(typeof(ScriptedSite).Assembly);
}
