using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;

namespace Responsables.Domain.Targets;

/// <summary>The targets that a framework prints.</summary>
public static class FrameworkTargets
{
    /// <summary>
    /// The national target of an indicator that has one. It is counted from the year before the framework: the Plan cadre 2015-2018 measures
    /// from 2014.
    /// </summary>
    /// <param name="framework">A framework that says its first year.</param>
    public static Target Of(Framework framework, Indicator indicator, NodeKey national)
    {
        var target = indicator.Target!;
        return new Target(
            national, indicator.Code, indicator.Main.Name,
            target.Relative ? TargetKind.Relative : indicator.Main.Unit.StartsWith('%') ? TargetKind.Share : TargetKind.Absolute,
            framework.FirstYear!.Value - 1, null, target.Year, target.Value, indicator.Direction == Direction.Down ? WantedSide.AtMost : WantedSide.AtLeast,
            $"{framework.Title} : {target.Text}", TargetOrigin.Framework);
    }
}
