using FsCheck;
using FsCheck.Fluent;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.World;
using Xunit;

namespace Responsables.Domain.Tests.Organizations;

public class ReorganizationTests
{
    private static readonly DateOnly Day = new(2025, 7, 1);

    [Fact]
    public void A_body_is_created_renamed_moved_and_closed()
    {
        var body = SmallFederation.Register.At(Day).Find(SmallFederation.Beta75)! with { Code = new("beta-13"), Name = "Bêta de Marseille" };
        var register = Done(new Reorganization.Creation(Day, body), SmallFederation.Register);
        register = Done(new Reorganization.Renaming(Day.AddDays(1), body.Code, "Bêta de Provence", "Provence"), register);
        register = Done(new Reorganization.Move(Day.AddDays(2), body.Code, SmallFederation.FundA), register);
        register = Done(new Reorganization.Closure(Day.AddDays(3), body.Code, [SmallFederation.Beta75]), register);
        Assert.Null(register.At(Day.AddDays(-1)).Find(body.Code));
        Assert.Equal("Bêta de Marseille", register.At(Day).Find(body.Code)!.Name);
        Assert.Equal(SmallFederation.FundB, register.At(Day.AddDays(1)).Find(body.Code)!.Parent);
        Assert.Equal(("Bêta de Provence", SmallFederation.FundA), (register.At(Day.AddDays(2)).Find(body.Code)!.Name, register.At(Day.AddDays(2)).Find(body.Code)!.Parent!.Value));
        Assert.Null(register.At(Day.AddDays(3)).Find(body.Code));
        Assert.Equal([SmallFederation.Beta75], register.SuccessorsOf(body.Code, Day.AddDays(3)));
    }

    [Fact]
    public void A_merger_makes_a_new_body_or_goes_into_one_that_is_there()
    {
        var paris = new NamedBody(new("alpha-idf"), "Alpha d’Île-de-France", null);
        var register = Done(new Reorganization.Merger(Day, [SmallFederation.Alpha75, SmallFederation.AlphaNowhere], paris), SmallFederation.Register);
        Assert.Equal(SmallFederation.FundA, register.At(Day).Find(paris.Code)!.Parent);
        Assert.Equal([paris.Code], register.SuccessorsOf(SmallFederation.Alpha75, Day));
        Assert.Equal(Count(SmallFederation.Register) - 1, Count(register));

        var into = Done(new Reorganization.Merger(Day, [SmallFederation.Alpha75, SmallFederation.AlphaNowhere], new(SmallFederation.Alpha75, null, null)), SmallFederation.Register);
        Assert.NotNull(into.At(Day).Find(SmallFederation.Alpha75));
        Assert.Equal([SmallFederation.Alpha75], into.SuccessorsOf(SmallFederation.AlphaNowhere, Day));
    }

    [Fact]
    public void A_split_shares_a_body_between_new_ones_and_others()
    {
        var register = Done(
            new Reorganization.Split(Day, SmallFederation.Beta14, [new(new("beta-14-nord"), "Nord", null), new(SmallFederation.Beta75, null, null)]), SmallFederation.Register);
        Assert.Equal(2, register.SuccessorsOf(SmallFederation.Beta14, Day).Count);
        Assert.Equal("14", register.At(Day).Find(new("beta-14-nord"))!.Department);
    }

    public static readonly TheoryData<Reorganization, string[]> Refused = new()
    {
        { new Reorganization.Move(Day, SmallFederation.FundA, SmallFederation.Alpha75), [RegisterProblems.ParentCycle] },
        { new Reorganization.Move(Day, SmallFederation.Alpha75, new("rien")), [RegisterProblems.UnknownParent] },
        { new Reorganization.Move(Day, SmallFederation.Alpha75, SmallFederation.FundA), [RegisterProblems.NothingChanges] },
        { new Reorganization.Closure(Day, SmallFederation.FundB, []), [RegisterProblems.ParentNotActive, RegisterProblems.ParentNotActive, RegisterProblems.ParentNotActive] },
        { new Reorganization.Closure(Day, SmallFederation.Alpha14, []), [RegisterProblems.NotThere] },
        { new Reorganization.Closure(new(2023, 6, 1), SmallFederation.Alpha14, []), [RegisterProblems.LaterChange] },
        { new Reorganization.Closure(new(2020, 6, 1), SmallFederation.Beta75, []), [RegisterProblems.LaterChange] },
        { new Reorganization.Closure(Day, SmallFederation.Federation, []), [RegisterProblems.NoFederation] },
        { new Reorganization.Closure(Day, SmallFederation.Alpha75, [SmallFederation.Beta75, SmallFederation.Beta75]), [RegisterProblems.NamedTwice] },
        { new Reorganization.Creation(Day, SmallFederation.Periods[3]), [RegisterProblems.CodeKnown] },
        { new Reorganization.Merger(Day, [SmallFederation.Alpha75], new(SmallFederation.Alpha75, null, null)), [RegisterProblems.TooFew] },
        { new Reorganization.Merger(Day, [SmallFederation.Alpha75, SmallFederation.Beta14], new(SmallFederation.Alpha14, "Encore", null)), [RegisterProblems.CodeKnown] },
        { new Reorganization.Split(Day, SmallFederation.Alpha75, [new(SmallFederation.Beta75, null, null)]), [RegisterProblems.TooFew] },
        { new Reorganization.Renaming(Day, SmallFederation.Alpha75, "", ""), [RegisterProblems.Required] },
    };

    [Theory, MemberData(nameof(Refused))]
    public void What_cannot_be_is_refused_with_its_reasons(Reorganization act, string[] codes)
    {
        var problems = Assert.IsType<Outcome<OrganizationRegister>.Refused>(act.ApplyTo(SmallFederation.Register)).Problems.Select(p => p.Code).ToList();
        Assert.All(codes.GroupBy(c => c), code => Assert.True(problems.Count(p => p == code.Key) >= code.Count(), string.Join(' ', problems)));
    }

    [Fact]
    public void Whatever_is_done_is_sound_and_the_tree_before_stays()
    {
        var (done, refused) = (0, 0);
        GeneratedRegisters.Hold((register, date) =>
        {
            var act = ActOn(register, date);
            if (act.ApplyTo(register) is not Outcome<OrganizationRegister>.Done { Value: var after })
            {
                refused++;
                return true;
            }

            done++;
            var change = TreeChange.Between(register.At(date), after.At(date));
            var codes = after.At(date).Organizations.Select(o => o.Code).ToList();
            return OrganizationRegister.Of(after.Periods) is Outcome<OrganizationRegister>.Done
                && codes.Distinct().Count() == codes.Count
                && Same(register, after, date.AddDays(-1)) && Same(register, after, new DateOnly(1990, 1, 1))
                && codes.Count == register.At(date).Organizations.Count + change.Arrived.Count - change.Left.Count
                && change.Codes.Count > 0;
        });
        Assert.True(done > 0 && refused > 0, $"{done} {refused}");
    }

    private static Reorganization ActOn(OrganizationRegister register, DateOnly date)
    {
        var there = register.At(date).Organizations;
        var dice = new Random(register.Periods.Count + date.Year);
        OrganizationCode One() => there.Count == 0 ? new("rien") : there[dice.Next(there.Count)].Code;
        return dice.Next(5) switch
        {
            0 => new Reorganization.Closure(date, One(), [One()]),
            1 => new Reorganization.Merger(date, [One(), One()], new(new("neuf"), "Neuf", null)),
            2 => new Reorganization.Split(date, One(), [new(new("neuf-a"), "A", null), new(new("neuf-b"), "B", null)]),
            3 => new Reorganization.Move(date, One(), One()),
            _ => new Reorganization.Renaming(date, One(), "Autre nom", "Autre"),
        };
    }

    private static bool Same(OrganizationRegister one, OrganizationRegister other, DateOnly date) =>
        TreeChange.Between(one.At(date), other.At(date)).Codes.Count == 0;

    private static int Count(OrganizationRegister register) => register.At(Day).Organizations.Count;

    private static OrganizationRegister Done(Reorganization act, OrganizationRegister register)
    {
        var outcome = act.ApplyTo(register);
        Assert.Empty(outcome is Outcome<OrganizationRegister>.Refused refused ? refused.Problems.Select(p => $"{p.Code} {p.Place}") : []);
        return ((Outcome<OrganizationRegister>.Done)outcome).Value;
    }
}
