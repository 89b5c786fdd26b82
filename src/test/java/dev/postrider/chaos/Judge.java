package dev.postrider.chaos;

import dev.postrider.ledger.RunId;
import dev.postrider.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Judges all runs of a cluster that has ended. */
final class Judge {

    private final Cluster cluster;
    private final Evidence evidence;
    private final List<String> offences = new ArrayList<>();
    private long messages;
    private long sent;
    private long unknown;

    Judge(Cluster cluster) {
        this.cluster = cluster;
        this.evidence = new Evidence(cluster.site());
    }

    /** Whatever must not be, one line each. */
    List<String> offences() {
        cluster.kinds().forEach(kind -> kind.runs().forEach(run -> judge(kind, run)));
        slots().forEach(offences::add);
        if (messages != evidence.messages()) {
            offences.add(evidence.messages() - messages + " messages at SES are of no run");
        }
        // Runs of which little is known would pass for good ones.
        if (unknown > sent) {
            offences.add("mostly unknown: " + unknown + " and " + sent + " sent");
        }
        return offences;
    }

    private void judge(CampaignKind kind, RunId id) {
        Run run = cluster.operator().find(id).orElseThrow();
        Verdict verdict = evidence.on(run, kind);
        Verdict proof = evidence.onProof(run, kind);
        System.out.println(id + ": " + run.state() + " " + verdict.sums() + ", resent " + verdict.resends());
        Stream.of(
                        verdict.offences(),
                        verdict.offences(Sums.of(cluster.operator().report(id))),
                        proof.offences(),
                        run.state().over() ? Stream.<String>empty() : Stream.of(id + " is " + run.state() + " again"),
                        kind.gates().stream().flatMap(gate -> gate.offences(verdict, cluster.site())))
                .flatMap(lines -> lines)
                .forEach(offences::add);
        messages += verdict.messages() + proof.messages();
        sent += verdict.sums().sent();
        unknown += verdict.sums().unknown();
    }

    /** G5: each slot has its run, and there are no others. */
    private Stream<String> slots() {
        List<String> slots = cluster.runs().stream().map(RunId::value).toList();
        Stream<String> others = ids("runs").filter(run -> !slots.contains(run) && !EarlierMails.are(run));
        return Stream.concat(
                others.map(run -> run + " is the run of no slot"),
                ids("missedSlots").map(slot -> slot + " was missed"));
    }

    private Stream<String> ids(String collection) {
        return cluster
                .site()
                .collection(collection)
                .find()
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>())
                .stream();
    }
}
