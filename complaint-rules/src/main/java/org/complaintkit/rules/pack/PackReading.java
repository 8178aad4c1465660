package org.complaintkit.rules.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.policy.Parameters;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Vocabulary;

/**
 * The manifest and the tables of a pack, read. A pack with faults gives a policy too, as far as it goes, so that its rules
 * can be checked in the same run; whoever wants to use the policy asks {@link Faults#refuse} first. Immutable.
 */
public final class PackReading {
    private final Policy policy;
    private final PackTables tables;
    private final Map<String, Position> places;

    private PackReading(Policy policy, PackTables tables, Map<String, Position> places) {
        this.policy = policy;
        this.tables = tables;
        this.places = places;
    }

    /** Reads; empty if there is no usable manifest. Names are not looked up yet: see {@link #check}. */
    public static Optional<PackReading> read(PackFiles files, Faults faults) {
        PackTables tables = PackTables.read(files, faults);
        return ManifestReader.read(files, faults).map(manifest -> {
            PackVersion version = new PackVersion(manifest.id(), manifest.version(), files.digest());
            return new PackReading(policy(version, manifest, tables), tables, manifest.places());
        });
    }

    private static Policy policy(PackVersion version, PackManifest manifest, PackTables tables) {
        Vocabulary own = PolicyReader.vocabulary(tables.vocabulary()).marking(SafeguardReader.marks(tables.marks()));
        return new Policy(
                version,
                manifest.titles(),
                manifest.effectiveFrom(),
                manifest.effectiveTo(),
                manifest.calendar(),
                manifest.conventions(),
                manifest.zone(),
                Parameters.of(manifest.parameters(), manifest.consistency()),
                PolicyReader.clauses(tables.clauses()),
                CommonVocabulary.get().plus(own),
                PolicyReader.fallbackRoles(tables.roles()),
                PolicyReader.deadlines(tables.deadlines()),
                PolicyReader.extensions(tables.extensions()),
                PolicyReader.reports(tables.reports()),
                PolicyReader.escalations(tables.escalations()),
                PolicyReader.duties(tables.duties()),
                PolicyReader.forms(tables.forms()),
                Stream.concat(PolicyReader.transitions(tables.lifecycle()).stream(), CommonLifecycle.get().stream())
                        .toList(),
                PolicyReader.precedence(tables.precedence()),
                manifest.cumulative(),
                manifest.documentControl(),
                AccountReader.read(tables),
                manifest.tightenings(),
                SignalReader.read(tables.signals()),
                SafeguardReader.read(tables));
    }

    /** The policy, all parameters at their defaults. */
    public Policy policy() {
        return policy;
    }

    /**
     * Looks up every name that a table uses: clauses, codes, events, parameters, terms, rules.
     *
     * @param rules the pack's rules, as tables see them
     * @param milestones first arguments of the verb {@code ends} in these rules
     */
    public void check(List<RuleUse> rules, Set<String> milestones, Faults faults) {
        Set<String> names = rules.stream().map(RuleUse::name).collect(Collectors.toCollection(TreeSet::new));
        References references = new References(policy, names, milestones, faults);
        new TableCheck(policy, references).check(tables);
        new AccountCheck(policy, references).check(tables);
        SignalReader.check(tables.signals(), references);
        new SafeguardCheck(policy, references).check(tables);
        new IndicatorCheck(policy, references).check(tables.indicators());
        new ManifestCheck(policy, references, places, faults).check();
        new ClauseCheck(policy, rules, faults).check(tables);
        new UnreadCheck(policy, rules, faults).check(tables, places);
    }
}
