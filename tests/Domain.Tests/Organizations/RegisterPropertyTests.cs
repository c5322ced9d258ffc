using Responsables.Domain.Organizations;
using Xunit;

namespace Responsables.Domain.Tests.Organizations;

public class RegisterPropertyTests
{
    [Fact]
    public void Each_organisation_active_that_day_is_in_the_tree_once_and_no_other() => GeneratedRegisters.Hold((register, date) =>
        register.Periods.Where(p => p.IsActiveAt(date)).Select(p => p.Code.Value).Order(StringComparer.Ordinal)
            .SequenceEqual(register.At(date).Organizations.Select(o => o.Code.Value).Order(StringComparer.Ordinal)));

    [Fact]
    public void An_organisation_leaves_the_tree_after_its_last_day() => GeneratedRegisters.Hold((register, _) =>
        register.Periods
            .GroupBy(p => p.Code)
            .Where(p => p.All(q => q.ValidTo is not null))
            .All(p =>
            {
                var last = p.Max(q => q.LastDay);
                return register.At(last).Find(p.Key) is not null && register.At(last.AddDays(1)).Find(p.Key) is null;
            }));

    [Fact]
    public void A_path_goes_from_the_root_to_the_organisation_by_steps_of_one_parent() => GeneratedRegisters.Hold((register, date) =>
    {
        var tree = register.At(date);
        return tree.Organizations.All(o =>
        {
            var path = tree.PathOf(o.Code);
            return path[0] == tree.Root && path[^1] == o && path.Distinct().Count() == path.Count
                && path.Zip(path.Skip(1)).All(step => step.Second.Parent == step.First.Code);
        });
    });

    [Fact]
    public void Who_is_under_an_organisation_has_it_in_its_path() => GeneratedRegisters.Hold((register, date) =>
    {
        var tree = register.At(date);
        return tree.Organizations.All(above =>
            tree.Under(above.Code).Select(o => o.Code).SequenceEqual(
                tree.Organizations.Where(o => tree.PathOf(o.Code).Contains(above)).Select(o => o.Code)));
    });

    [Fact]
    public void Children_are_those_whose_parent_it_is_by_code() => GeneratedRegisters.Hold((register, date) =>
    {
        var tree = register.At(date);
        return tree.Organizations.All(above =>
            tree.ChildrenOf(above.Code).Select(o => o.Code.Value).SequenceEqual(
                tree.Organizations.Where(o => o.Parent == above.Code).Select(o => o.Code.Value).Order(StringComparer.Ordinal)));
    });

    [Theory]
    [InlineData("reg-")]
    [InlineData("dep-")]
    [InlineData("net-")]
    [InlineData("br-")]
    [InlineData("size-")]
    public void Each_hierarchy_holds_every_organisation_once(string beginning) => GeneratedRegisters.Hold((register, date) =>
        register.At(date).Places(StaffOf).All(place =>
            place.NodesAbove().Count(n => n.Value.StartsWith(beginning, StringComparison.Ordinal)) == 1));

    [Fact]
    public void The_organisations_above_are_those_of_the_path() => GeneratedRegisters.Hold((register, date) =>
    {
        var tree = register.At(date);
        return tree.Places(StaffOf).All(place =>
            place.NodesAbove().SkipLast(5).Select(n => n.Value).SequenceEqual(
                tree.PathOf(place.Code).SkipLast(1).Reverse().Select(o => o.Code.Value)));
    });

    [Fact]
    public void A_reviewer_is_a_fund_above_or_the_federation() => GeneratedRegisters.Hold((register, date) =>
    {
        var tree = register.At(date);
        return tree.Places(StaffOf).All(place =>
            place.Reviewer == tree.Root.Code
            || (place.Ancestors.Contains(place.Reviewer) && tree.Find(place.Reviewer)!.Kind == OrganizationKind.NationalFund));
    });

    [Fact]
    public void Successors_are_active_that_day() => GeneratedRegisters.Hold((register, date) =>
        register.Periods.All(p => register.SuccessorsOf(p.Code, date).All(s => register.At(date).Find(s) is not null)));

    [Fact]
    public void Turning_a_parent_into_a_child_of_its_child_is_refused() => GeneratedRegisters.Hold((register, date) =>
    {
        var tree = register.At(date);
        var moved = tree.Organizations.LastOrDefault(o => tree.PathOf(o.Code).Count > 2);
        if (moved is null)
        {
            return true;
        }

        var top = tree.PathOf(moved.Code)[1];
        return RegisterFaults.In(register.Periods.Select(p => p == top ? p with { Parent = moved.Code } : p).ToArray()).Any(f =>
            f.Code is RegisterProblems.ParentCycle);
    });

    private static decimal? StaffOf(OrganizationCode code) => code.Value.Length % 2 == 0 ? null : code.Value.Length * 100;
}
