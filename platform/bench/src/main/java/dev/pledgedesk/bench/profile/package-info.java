/** Where the CPU goes: samples of the server's threads by Flight Recorder, CPU by kind of thread, statements of the database by what they cost. */
package dev.pledgedesk.bench.profile;
