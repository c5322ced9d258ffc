using Responsables.Domain.Shared;

namespace Responsables.Domain.Organizations;

/// <summary>Changes a register from a day on, keeping every reason for which it cannot be.</summary>
internal sealed class RegisterChange(IReadOnlyList<OrganizationPeriod> before, DateOnly day)
{
    private readonly List<OrganizationPeriod> periods = [.. before];
    private readonly List<Problem> problems = [];

    public void Add(OrganizationPeriod body)
    {
        if (periods.Any(p => p.Code == body.Code))
        {
            Refuse(RegisterProblems.CodeKnown, body.Code, body.Code);
        }
        else
        {
            periods.Add(body);
        }
    }

    /// <summary>The last day of a body is the one before.</summary>
    public OrganizationPeriod? End(OrganizationCode code, IReadOnlyList<OrganizationCode> successors)
    {
        if (Present(code) is not { } period)
        {
            return null;
        }

        if (period.FirstDay == day)
        {
            Refuse(RegisterProblems.LaterChange, code, code, day);
            return null;
        }

        foreach (var twice in successors.GroupBy(s => s).Where(s => s.Count() > 1))
        {
            Refuse(RegisterProblems.NamedTwice, code, twice.Key);
        }

        periods[periods.IndexOf(period)] = period with { ValidTo = day.AddDays(-1), Successors = [.. successors] };
        return period;
    }

    /// <summary>What a body is from the day on.</summary>
    public void Alter(OrganizationCode code, Func<OrganizationPeriod, OrganizationPeriod> change)
    {
        if (Present(code) is not { } period)
        {
            return;
        }

        if (change(period) == period)
        {
            Refuse(RegisterProblems.NothingChanges, code, code);
            return;
        }

        if (period.FirstDay == day)
        {
            periods[periods.IndexOf(period)] = change(period);
            return;
        }

        periods[periods.IndexOf(period)] = period with { ValidTo = day.AddDays(-1), Successors = [] };
        periods.Add(change(period) with { ValidFrom = day });
    }

    public void Merge(IReadOnlyList<OrganizationCode> codes, NamedBody into)
    {
        if (codes.Distinct().Count() < 2)
        {
            Refuse(RegisterProblems.TooFew, into.Code);
        }

        foreach (var twice in codes.GroupBy(c => c).Where(c => c.Count() > 1))
        {
            Refuse(RegisterProblems.NamedTwice, twice.Key, twice.Key);
        }

        var ended = codes.Distinct().Where(c => c != into.Code).Select(code => End(code, [into.Code])).ToList();
        Bring(into, ended.OfType<OrganizationPeriod>().FirstOrDefault());
    }

    public void Share(OrganizationCode code, IReadOnlyList<NamedBody> into)
    {
        if (into.Select(b => b.Code).Distinct().Count() < 2)
        {
            Refuse(RegisterProblems.TooFew, code);
        }

        var ended = End(code, [.. into.Select(b => b.Code)]);
        foreach (var body in into.DistinctBy(b => b.Code))
        {
            Bring(body, ended);
        }
    }

    /// <summary>The register, sound as a whole; or what was refused and every fault that the change would make.</summary>
    public Outcome<OrganizationRegister> Result()
    {
        var outcome = OrganizationRegister.Of(periods);
        return problems.Count == 0
            ? outcome
            : Outcome.Refused<OrganizationRegister>([.. problems, .. outcome is Outcome<OrganizationRegister>.Refused refused ? refused.Problems : []]);
    }

    // A new body stands where the one it comes from stood.
    private void Bring(NamedBody body, OrganizationPeriod? origin)
    {
        if (body.Name is null)
        {
            Present(body.Code, mayChangeLater: true);
        }
        else if (origin is not null)
        {
            Add(origin with { Code = body.Code, Name = body.Name, ShortName = body.ShortName ?? body.Name, ValidFrom = day, ValidTo = null, Successors = [] });
        }
    }

    private OrganizationPeriod? Present(OrganizationCode code, bool mayChangeLater = false)
    {
        if (periods.Find(p => p.Code == code && p.IsActiveAt(day)) is not { } period)
        {
            Refuse(RegisterProblems.NotThere, code, code, day);
            return null;
        }

        // What was said of a later day would be undone without a word.
        if (!mayChangeLater && (period.ValidTo is not null || periods.Exists(p => p.Code == code && p.FirstDay > day)))
        {
            Refuse(RegisterProblems.LaterChange, code, code, period.ValidTo is { } last ? last.AddDays(1) : day);
            return null;
        }

        return period;
    }

    private void Refuse(string problem, OrganizationCode place, params object?[] arguments) => problems.Add(new Problem(problem, place.Value, arguments));
}
